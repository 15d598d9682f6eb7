export { EventEntity } from './event.entity';
export { type AppendedEvent, type EventDraft, EventLog } from './event-log';
export { EventsModule } from './events.module';
export { Receipts, type Revocation, revocationSchema } from './receipts';
export { type LogVerdict, verifyLog } from './verify-log';
