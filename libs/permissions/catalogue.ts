import { type KeyKind } from './key-rights';
import { management, managementPermissions } from './management';
import { type Permission, type Resource } from './resource';
import { businessRoles, type SystemRoleCode, systemRoles } from './system-roles';

/** One permission, as people see it who compose a role or a key. */
export interface PermissionEntry {
  readonly name: Permission;
  /** English. */
  readonly label: string;
  /** English: the label of its resource. */
  readonly group: string;
  readonly source: 'management' | 'business' | 'product';
  /** The code of the product that defines it, or null. */
  readonly product: string | null;
}

/**
 * Every permission that a server knows: Kunci's own, and those of its business modules. What roles and keys can hold
 * follows from it. It never changes while the server runs.
 */
export class PermissionCatalogue {
  /** In the order of declaration: Kunci's own first. */
  readonly entries: readonly PermissionEntry[];
  readonly permissions: readonly Permission[];
  readonly business: readonly Permission[];
  private readonly known: ReadonlySet<string>;
  private readonly resources: ReadonlySet<string>;
  private readonly byRole: ReadonlyMap<SystemRoleCode, readonly Permission[]>;
  private readonly byKind: Readonly<Record<KeyKind, readonly Permission[]>>;

  /**
   * @param businessResources what the business modules protect
   * @throws for a resource that is declared twice
   */
  constructor(businessResources: readonly Resource[] = []) {
    assertUniqueNames([...management, ...businessResources]);
    this.entries = [
      ...management.flatMap((one) => entriesOf(one, 'management')),
      ...businessResources.flatMap((one) => entriesOf(one, 'business')),
    ];
    this.permissions = this.entries.map(({ name }) => name);
    this.business = businessResources.flatMap(({ permissions }) => permissions);
    this.known = new Set(this.permissions);
    this.resources = new Set([...management, ...businessResources].map(({ resource }) => resource));
    this.byRole = new Map(
      systemRoles.map(({ code, management: own }) => [
        code,
        businessRoles.includes(code) ? [...this.business, ...own] : own,
      ]),
    );
    const bought: readonly Permission[] = [...this.business, 'keys:verify'];
    const personal = [...managementPermissions.filter(isForPersonalKeys), ...this.business];
    const machine = [...managementPermissions.filter(isForMachineKeys), ...this.business];
    this.byKind = { company: bought, product: bought, personal, machine };
  }

  /** Whether there is this permission. Spelling counts, case too. */
  has(text: string): text is Permission {
    return this.known.has(text);
  }

  /** Whether a permission is about something that a module protects, known as a permission or not. No product may have such a name. */
  hasResourceOf(permission: string): boolean {
    return this.resources.has(permission.slice(0, permission.indexOf(':')));
  }

  /**
   * Reads stored permissions: a row may name one that a later version dropped, and it then means nothing.
   *
   * @returns those that there are, in the order given
   */
  among(texts: readonly string[]): Permission[] {
    return texts.filter((text) => this.has(text));
  }

  /** What a system role grants, in every company. */
  ofSystemRole(code: SystemRoleCode): readonly Permission[] {
    return this.byRole.get(code) ?? [];
  }

  /**
   * What a key of this kind can hold at most. The rights of the owner and of the product narrow it further, elsewhere.
   *
   * @returns company, product: the business modules and `keys:verify`; personal: whatever a user can hold, but only
   *   `read` on what would let a leaked key make keys or people, which are `keys.*`, users, roles, settings and company;
   *   machine: whatever a service account can hold, without people, their keys, and what would let a leaked key make machines or rights
   */
  grantableTo(kind: KeyKind): readonly Permission[] {
    return this.byKind[kind];
  }
}

function assertUniqueNames(resources: readonly Resource[]): void {
  const names = resources.map(({ resource }) => resource);
  const twin = names.find((name, at) => names.indexOf(name) !== at);
  if (twin !== undefined)
    throw new Error(`The resource “${twin}” is declared twice. Give one of the two another name.`);
}

function entriesOf(
  { resource, label: group, actions, permissions }: Resource,
  source: PermissionEntry['source'],
): PermissionEntry[] {
  return permissions.map((name) => ({
    name,
    label: actions[name.slice(resource.length + 1)] ?? name,
    group,
    source,
    product: null,
  }));
}

const readOnlyToKeys = ['users', 'roles', 'settings', 'company', 'service-accounts'];

function isForPersonalKeys(permission: Permission): boolean {
  const [resource = ''] = permission.split(':');
  const isReadOnly = resource.startsWith('keys.') || readOnlyToKeys.includes(resource);
  return !isReadOnly || permission.endsWith(':read');
}

/** About people and their keys, roles, settings, the company and other machines, people decide. */
const closedToMachines = ['users', 'roles', 'keys.personal', 'keys.personal.any'];
const readOnlyToMachines = ['company', 'settings', 'service-accounts'];

function isForMachineKeys(permission: Permission): boolean {
  const [resource = '', action] = permission.split(':');
  if (closedToMachines.includes(resource) || permission === 'keys.machine:generate') return false;
  if (readOnlyToMachines.includes(resource)) return action === 'read';
  return !(resource.startsWith('keys.') && (action === 'reveal' || action === 'import'));
}
