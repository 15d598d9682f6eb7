import type { Schemas } from '../../api/client';

export type Product = Schemas['PlatformProduct'];

/** A product as the forms have it. */
export interface ProductValues {
  name: string;
  /** It never changes. */
  code: string;
  permissions: { name: string; label: string }[];
  grants: string[];
  enabledByDefault: boolean;
  forMembers: boolean;
}

export const newProduct: ProductValues = {
  name: '',
  code: '',
  permissions: [],
  grants: [],
  enabledByDefault: false,
  forMembers: false,
};

export function valuesOf(product: Product): ProductValues {
  const { name, code, permissions, grants, enabledByDefault, forMembers } = product;
  return { name, code, permissions, grants, enabledByDefault, forMembers };
}

/** Only what was changed, so that nothing is put back that somebody else changed meanwhile. */
export function patchOf(values: ProductValues, before: ProductValues): Schemas['ProductPatch'] {
  const changed = Object.entries(values).filter(
    // A cast: both have the same fields.
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof ProductValues]),
  );
  return Object.fromEntries(changed);
}

/** The names of permissions that are no longer there. */
export function removedFrom(before: ProductValues, values: ProductValues): string[] {
  const names = values.permissions.map(({ name }) => name);
  return before.permissions.map(({ name }) => name).filter((name) => !names.includes(name));
}
