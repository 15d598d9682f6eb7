export { EventEntity } from './event.entity';
export { type AppendedEvent, EventLog } from './event-log';
export { EventsModule } from './events.module';
export { Receipts, revocationSchema } from './receipts';
export { verifyLog } from './verify-log';
