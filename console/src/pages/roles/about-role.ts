import { systemRoles, type SystemRoleCode } from '../../../../libs/permissions';
import type roles from '../../locales/en/roles.json';
import type { Role } from './use-roles';

type About = `about.${keyof (typeof roles)['about']}`;

const sentences: Readonly<Record<SystemRoleCode, About>> = {
  owner: 'about.owner',
  superadmin: 'about.superadmin',
  admin: 'about.admin',
  'system-administrator': 'about.systemAdministrator',
  member: 'about.member',
  'api-key-generate': 'about.apiKeyGenerate',
  'api-key-sign-in': 'about.apiKeySignIn',
};

/** The sentence that says whom a system role is for. @returns null for a company's own role. */
export function aboutRole({ system, name }: Pick<Role, 'system' | 'name'>): About | null {
  const known = system ? systemRoles.find((role) => role.name === name) : undefined;
  return known === undefined ? null : sentences[known.code];
}
