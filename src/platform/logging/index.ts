export { createLogger, LOGGER, nestLogger } from './logger';
export { logRequests } from './request-log';
