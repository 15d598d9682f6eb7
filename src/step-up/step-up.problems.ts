import { problems } from '../../libs/problems';
import { problem } from '../platform/http';

/** Members: `factor`, `action`, `kind`. The same for a token that is missing, foreign, spent or stale. */
export const stepUpRequired = problem(problems.stepUpRequired);

/** Members: `attemptsLeft`; where none is left, `lockedUntil`. */
export const stepUpFailed = problem(problems.stepUpFailed);

/** Members: `lockedUntil`. */
export const factorLocked = problem(problems.factorLocked);

/** Members: `missing`, of `company-approved`, `product-enabled`, `pin`, `totp`. */
export const prerequisitesNotMet = problem(problems.prerequisitesNotMet);
