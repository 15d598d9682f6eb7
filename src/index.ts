/*
 * The face of the server for other packages: what a business module in a repository of its own is written with, and what
 * starts a server with it. docs/guides/a-module-in-a-package.md shows how; a test follows it.
 */
export { type Resource, resource } from '../libs/permissions';
export { defineEvent, eventOf } from '../libs/events';
export { defineProblem } from '../libs/problems';
export { Authenticated, CurrentPrincipal, Idempotent, KeptAnswers, Public, Requires } from './access';
export { type AppChoice, createApp, type RunningApp } from './app.setup';
export { AuditModule, EventLog } from './audit';
export { Clock, Ids, isId, StartFault, startFaultOf } from './platform';
export { loadServerConfig } from './platform/config';
export {
  BytesColumn,
  type ColumnTypes,
  columnTypes,
  CountColumn,
  FlagColumn,
  IdColumn,
  isUniqueViolation,
  JsonColumn,
  PrimaryIdColumn,
  type StatedMigration,
  TextColumn,
  TimeColumn,
  type Tx,
  UnitOfWork,
} from './platform/database';
export {
  Answers,
  inFormat,
  invalidCursor,
  invalidField,
  notFound,
  type Page,
  pageOf,
  pageQuery,
  type PageRequest,
  plainText,
  problem,
  startAfter,
  toPage,
} from './platform/http';
export { createLogger } from './platform/logging';
export { businessModule, type Manifest } from './platform/manifest';
export { InjectScoped, type Principal, ScopedRepository, TenancyModule } from './tenancy';
