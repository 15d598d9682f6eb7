import { problem } from '../platform/http';

export const alreadyMember = problem(
  'already-member',
  409,
  'This person is a member of the company already.',
);

export const lastOwner = problem(
  'last-owner',
  409,
  'The last active Owner can be neither removed, deactivated nor demoted.',
);
