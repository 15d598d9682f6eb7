import { Module } from '@nestjs/common';
import { AuditModule } from '../audit';
import { CacheLease } from './cache-lease';
import { ChangeFeed } from './change-feed';
import { Heartbeat } from './heartbeat';
import { HeartbeatLoop } from './heartbeat-loop';
import { Instances } from './instances';
import { LogTail } from './log-tail';
import { Receipts } from './receipts';

@Module({
  imports: [AuditModule],
  providers: [CacheLease, ChangeFeed, Heartbeat, HeartbeatLoop, Instances, LogTail, Receipts],
  exports: [CacheLease, ChangeFeed, HeartbeatLoop, Receipts],
})
export class ClusterModule {}
