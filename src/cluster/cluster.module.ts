import { Module } from '@nestjs/common';
import { AuditModule } from '../audit';
import { CacheLease } from './cache-lease';
import { ChangeFeed } from './change-feed';
import { Duties } from './duties';
import { DutyLeases } from './duty-leases';
import { Heartbeat } from './heartbeat';
import { HeartbeatLoop } from './heartbeat-loop';
import { Instances } from './instances';
import { LogFollowers } from './log-followers';
import { LogTail } from './log-tail';
import { Receipts } from './receipts';

@Module({
  imports: [AuditModule],
  providers: [
    CacheLease,
    ChangeFeed,
    Duties,
    DutyLeases,
    Heartbeat,
    HeartbeatLoop,
    Instances,
    LogFollowers,
    LogTail,
    Receipts,
  ],
  exports: [CacheLease, ChangeFeed, Duties, HeartbeatLoop, LogFollowers, Receipts],
})
export class ClusterModule {}
