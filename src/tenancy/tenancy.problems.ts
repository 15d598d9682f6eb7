import { problem } from '../platform/http';

export const noCompany = problem('no-company', 403, 'You act for no company here.');
export const notOperator = problem('forbidden', 403, 'You may not do this.');
export const noUser = problem('no-user', 403, 'Only a signed-in person can do this.');
