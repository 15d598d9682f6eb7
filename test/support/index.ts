export { aCompany, aKey, aUser, password, steppedUp, type TestCompany, type TestMember } from './builders';
export { crowd, untilAnswered } from './answered';
export { type Answer, Client } from './client';
export { openDatabaseFile, type DatabaseFile } from './database-file';
export { startApp, type TestApp } from './test-app';
export { TestClock } from './test-clock';
export { createTestDatabase, type TestDatabase } from './test-database';
export {
  aDraft,
  anOperator,
  aNewCompany,
  aProduct,
  renameCompany,
  revisionOf,
  type TestOperator,
} from './operators';
