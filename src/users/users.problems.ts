import { problem } from '../platform/http';

export const lastOwner = problem(
  'last-owner',
  409,
  'The last active Owner can be neither removed, deactivated nor demoted.',
);
