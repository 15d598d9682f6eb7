import { problems } from '../../libs/problems';
import { problem } from '../platform/http';

export const productDisabled = problem(problems.productDisabled);
export const productRetired = problem(problems.productRetired);
export const permissionTaken = problem(problems.permissionTaken);
