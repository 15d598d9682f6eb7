export { CacheLease } from './cache-lease';
export { type ChangeEvent, ChangeFeed } from './change-feed';
export { ClusterModule } from './cluster.module';
export { HeartbeatLoop } from './heartbeat-loop';
export { type LogFollower, LogFollowers } from './log-followers';
export { type PastAct, Receipts, type Revocation, revocationSchema } from './receipts';
