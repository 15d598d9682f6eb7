import { problems } from '../../libs/problems';
import { problem } from '../platform/http';

export const keyLimitReached = problem(problems.keyLimitReached);
export const kindDisabled = problem(problems.kindDisabled);
export const notRecoverable = problem(problems.notRecoverable);
export const keyAlreadyImported = problem(problems.keyAlreadyImported);
export const keyShapeInUse = problem(problems.keyShapeInUse);
export const keyBroken = problem(problems.keyBroken);
export const keyExpired = problem(problems.keyExpired);
export const keyRevoked = problem(problems.keyRevoked);
export const actingKeyRevoked = problem(problems.revoked);
export const rotatedToday = problem(problems.rotatedToday);
export const secretSuperseded = problem(problems.secretSuperseded);
export const selfRotationOff = problem(problems.selfRotationOff);
export const permissionCeiling = problem(problems.permissionCeiling);
