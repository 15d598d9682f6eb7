import { type ProblemCode } from '../../../libs/problems';
import { type Advice } from './advice';
import { ofCredentials } from './of-credentials';
import { ofManagedKeys } from './of-managed-keys';
import { ofPeople } from './of-people';
import { ofPresentedKeys } from './of-presented-keys';
import { ofRequests } from './of-requests';
import { ofThePlatform } from './of-the-platform';

export { type Advice, type Group, type Where } from './advice';

/** What to do about each refusal of the core. A new code does not compile without its advice here. */
export const adviceByCode: Readonly<Record<ProblemCode, Advice>> = {
  ...ofRequests,
  ...ofCredentials,
  ...ofPresentedKeys,
  ...ofPeople,
  ...ofManagedKeys,
  ...ofThePlatform,
};
