import { problem } from '../platform/http';

export const roleNotYours = problem(
  'role-exceeds-yours',
  403,
  'Only who holds every permission of a role may make, edit or assign it.',
);
export const systemRoleFixed = problem('system-role-fixed', 409, 'System roles can be assigned, not edited.');
export const roleNameTaken = problem('role-name-taken', 409, 'The company has a role of this name.');
export const roleInUse = problem('role-in-use', 409, 'Members still have this role.');
