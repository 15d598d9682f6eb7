import { type Permission } from './resource';

/** Permissions that can be granted one by one, or all of one resource together, as `orders:*`. */
export class GrantablePermissions {
  private readonly names: ReadonlySet<Permission>;
  /** By `orders:*`; made when the first one is read. */
  private byResource: ReadonlyMap<string, readonly Permission[]> | null = null;

  constructor(permissions: Iterable<Permission>) {
    this.names = new Set(permissions);
  }

  get all(): readonly Permission[] {
    return [...this.names];
  }

  has(permission: Permission): boolean {
    return this.names.has(permission);
  }

  /**
   * @param grant a permission, or `orders:*`.
   * @returns what it stands for now, in the order of declaration; nothing where none of it can be granted.
   */
  namedBy(grant: Permission): readonly Permission[] {
    if (!isWildcard(grant)) return this.names.has(grant) ? [grant] : [];
    this.byResource ??= groupedByResource(this.names);
    return this.byResource.get(grant) ?? [];
  }

  /** What a list of them stands for, each permission once. */
  allNamedBy(grants: readonly Permission[]): Permission[] {
    return [...new Set(grants.flatMap((grant) => this.namedBy(grant)))];
  }
}

/** Whether a permission is among what `grant` names: it is the same one, or one of its resource. */
export function isNamedBy(grant: Permission, permission: Permission): boolean {
  return isWildcard(grant) ? wildcardOf(permission) === grant : permission === grant;
}

function groupedByResource(permissions: Iterable<Permission>): ReadonlyMap<string, readonly Permission[]> {
  const groups = new Map<string, Permission[]>();
  for (const permission of permissions) {
    const wildcard = wildcardOf(permission);
    const group = groups.get(wildcard);
    if (group === undefined) groups.set(wildcard, [permission]);
    else group.push(permission);
  }
  return groups;
}

function isWildcard(grant: Permission): boolean {
  return grant.endsWith(':*');
}

function wildcardOf(permission: Permission): Permission {
  return `${permission.slice(0, permission.indexOf(':'))}:*`;
}
