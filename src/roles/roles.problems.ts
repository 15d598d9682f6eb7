import { problems } from '../../libs/problems';
import { problem } from '../platform/http';

export const roleNotYours = problem(problems.roleExceedsYours);
export const systemRoleFixed = problem(problems.systemRoleFixed);
export const roleNameTaken = problem(problems.roleNameTaken);
export const roleInUse = problem(problems.roleInUse);
