export { EventEntity } from './event.entity';
export { EventFeed, type Happening } from './event-feed';
export { type AppendedEvent, type EventDraft, EventLog } from './event-log';
export { EventsModule } from './events.module';
export { Lease } from './lease';
export { Receipts, type Revocation, revocationSchema } from './receipts';
export { Rounds } from './rounds';
export { type LogVerdict, verifyLog } from './verify-log';
