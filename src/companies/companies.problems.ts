import { problem } from '../platform/http';

export const submissionRefused = problem(
  'submission-refused',
  409,
  'Only a company that is onboarding, or was rejected, can be submitted for review.',
);
