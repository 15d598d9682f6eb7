import { type PermissionCatalogue, type PermissionEntry } from './catalogue';
import { GrantablePermissions } from './grantable-permissions';
import { type KeyKind } from './key-rights';
import { type OfferedProduct, type ProductPermission } from './product-permission';
import { type Permission } from './resource';
import { businessRoles, type SystemRoleCode } from './system-roles';

/** The part of a role that its permissions depend on: a system role has its own, and no list. */
export interface HoldingRole {
  readonly systemCode: SystemRoleCode | null;
  readonly permissions: readonly string[] | null;
}

/** Permissions in the words of the log. */
export interface LoggedPermissions {
  readonly permissions: string[];
  readonly productPermissions?: { id: string; name: string }[];
}

/**
 * Every permission that the keys and roles of one company can hold now: those of this program, and those of the products that
 * the company has. Keys and roles store the first by name and the others by id, so that a name means nothing to them once its
 * permission is removed, whoever has it next.
 */
export class CompanyPermissions {
  private readonly enabled: readonly OfferedProduct[];
  /** In the order of `enabled`, by code. */
  private readonly defined: ReadonlyMap<string, readonly Permission[]>;
  private readonly products: ReadonlySet<string>;
  private readonly nameOf: ReadonlyMap<string, Permission>;
  private readonly byKind = new Map<string, GrantablePermissions>();

  /** @param offered the products that the company has or had */
  constructor(
    private readonly program: PermissionCatalogue,
    private readonly offered: readonly OfferedProduct[],
  ) {
    this.enabled = offered.filter(({ enabled }) => enabled);
    const ofProducts = this.enabled.map((one) => [one.code, this.definedBy(one)] as const);
    this.defined = new Map(ofProducts.map(([code, some]) => [code, some.map(({ name }) => name)]));
    const all = ofProducts.flatMap(([, some]) => some);
    this.products = new Set(all.map(({ name }) => name));
    this.nameOf = new Map(all.map(({ id, name }) => [id, name]));
  }

  /** In the order of declaration: Kunci's own, those of modules, those of products. */
  get entries(): PermissionEntry[] {
    const ofProducts = this.enabled.flatMap((product) =>
      this.definedBy(product).map(({ name, label }) => ({
        ...{ name, label, group: product.name },
        ...({ source: 'product', product: product.code } as const),
      })),
    );
    return [...this.program.entries, ...ofProducts];
  }

  has(permission: string): permission is Permission {
    return this.program.has(permission) || this.products.has(permission);
  }

  /** Those that routes of this program can require. What a product defines is never among them. */
  forRoutes(permissions: readonly Permission[]): readonly Permission[] {
    return this.products.size === 0 ? permissions : permissions.filter((one) => this.program.has(one));
  }

  /** The others: what products protect outside this program. */
  forProducts(permissions: readonly Permission[]): readonly Permission[] {
    return this.products.size === 0 ? [] : permissions.filter((one) => !this.program.has(one));
  }

  /**
   * All that a key of this kind may hold. The rights of its owner, and what its product grants, narrow it further.
   *
   * @param product the code of a product key's
   */
  grantableTo(kind: KeyKind, product: string | null): readonly Permission[] {
    return this.grantable(kind, product).all;
  }

  /** Whether a key of this kind may hold this: the same as one look at `grantableTo`, and quicker in a long list. */
  isGrantableTo(kind: KeyKind, product: string | null, permission: Permission): boolean {
    return this.grantable(kind, product).has(permission);
  }

  /** The same, to read a list from in which `orders:*` may stand. Made once for each kind, and for each product. */
  grantable(kind: KeyKind, product: string | null): GrantablePermissions {
    const name = kind === 'product' ? `product ${product ?? ''}` : kind;
    const known = this.byKind.get(name);
    if (known !== undefined) return known;
    const ofProducts = kind === 'product' ? this.ofProduct(product) : [...this.defined.values()].flat();
    const all = new GrantablePermissions([...this.program.grantableTo(kind), ...ofProducts]);
    this.byKind.set(name, all);
    return all;
  }

  /** All that a role can be given. */
  grantableToRoles(): GrantablePermissions {
    return new GrantablePermissions([...this.program.permissions, ...[...this.defined.values()].flat()]);
  }

  /** What a product protects outside this program; nothing while the company does not have it. */
  ofProduct(code: string | null): readonly Permission[] {
    return code === null ? [] : (this.defined.get(code) ?? []);
  }

  /** What a role grants. */
  ofRole({ systemCode, permissions }: HoldingRole): readonly Permission[] {
    if (systemCode === null) return this.read(permissions ?? []);
    const own = this.program.ofSystemRole(systemCode);
    const ofProducts = this.ofSystemRole(systemCode);
    return ofProducts.length === 0 ? own : [...own, ...ofProducts];
  }

  /** What stored permissions mean now: one that a later version dropped, and one of a product that is gone, mean nothing. */
  read(stored: readonly string[]): Permission[] {
    return stored.flatMap((text) => (this.program.has(text) ? text : (this.nameOf.get(text) ?? [])));
  }

  /** How these permissions are stored; those that there are not, as they are. */
  store(permissions: readonly Permission[]): string[] {
    const ids = new Map([...this.nameOf].map(([id, name]) => [name, id]));
    return permissions.map((name) => ids.get(name) ?? name);
  }

  /** Their names, as far as there are any: what a later version dropped keeps its own. */
  named(stored: readonly string[]): string[] {
    return stored.flatMap((text) => (text.includes(':') ? text : (this.nameOf.get(text) ?? [])));
  }

  /**
   * What the log says of stored permissions: those of products by id and name, where there are any. A product that is switched off
   * may return, so its permissions stand there too.
   */
  logged(stored: readonly string[]): LoggedPermissions {
    const permissions = stored.filter((text) => text.includes(':'));
    const offered = new Map(this.offered.flatMap((one) => one.permissions.map(({ id, name }) => [id, name])));
    const ofProducts = stored.flatMap((id) => {
      const name = offered.get(id);
      return name === undefined ? [] : [{ id, name }];
    });
    return ofProducts.length === 0 ? { permissions } : { permissions, productPermissions: ofProducts };
  }

  /** What of this means nothing now and may mean something again: with another version, or when a product returns. */
  unknownIn(stored: readonly string[]): string[] {
    const absent = this.offered.filter(({ enabled }) => !enabled);
    const mayReturn = new Map(
      absent.flatMap((product) => this.definedBy(product).map(({ id, name }) => [id, name])),
    );
    return stored.flatMap((text) => {
      if (text.includes(':')) return this.program.has(text) ? [] : text;
      return mayReturn.get(text) ?? [];
    });
  }

  private ofSystemRole(code: SystemRoleCode): readonly Permission[] {
    if (!businessRoles.includes(code)) return [];
    const products = code === 'member' ? this.enabled.filter(({ forMembers }) => forMembers) : this.enabled;
    return products.flatMap(({ code: product }) => this.ofProduct(product));
  }

  /** Without what a module has come to protect: a server does not start like this, but another may still be running. */
  private definedBy({ permissions }: OfferedProduct): readonly ProductPermission[] {
    return permissions.filter(({ name }) => !this.program.hasResourceOf(name));
  }
}
