import { problems } from '../../libs/problems';
import { problem } from '../platform/http';

export const unauthenticated = problem(problems.invalidCredentials);
export const credentialsMissing = problem(problems.credentialsMissing);
export const forbidden = problem(problems.forbidden);
export const companySuspended = problem(problems.companySuspended);
export const keyRequired = problem(problems.keyRequired);
export const sessionRequired = problem(problems.sessionRequired);
export const passwordSessionRequired = problem(problems.passwordSessionRequired);
