import { type Step } from './step';

/** A test key works only where one is expected, and a live key not where only test keys are. */
export const environment: Step = ({ key, environments }) =>
  environments.includes(key.environment) ? null : 'ENVIRONMENT_MISMATCH';
