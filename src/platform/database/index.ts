export { readCatalogue, type TableShape } from './catalogue';
export * from './columns';
export type { DatabaseSchema } from './data-source';
export { DATABASE, type Database, openDatabase, openReader } from './database';
export { isForeignKeyViolation, isUnavailable, isUniqueViolation } from './faults';
export { DatabaseInUse } from './single-process';
export { openSnapshot, quoted, type Snapshot, type StoredRow, type StoredValue } from './snapshot';
export { type Dialect, Reader, Tx, Urgent } from './tx';
export { UnitOfWork } from './unit-of-work';
