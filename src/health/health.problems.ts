import { problem } from '../platform/http';

export const notReady = problem('not-ready', 503, 'This instance cannot reach its database.');
