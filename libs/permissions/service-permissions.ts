import { type Permission } from './resource';

/**
 * What a service key may do, which is no company's and acts for the platform. None of these is a permission of a company, and no role
 * or key of one can hold it, `keys:verify` aside, which a key of a company holds for the keys of that company.
 */
export const servicePermissions = [
  'keys:verify',
  'keys:manage',
  'companies:manage',
  'companies:approve',
] as const;
export type ServicePermission = (typeof servicePermissions)[number];

const managed = ['read', 'generate', 'update', 'rotate', 'revoke'] as const;

/**
 * What a service key holds in the company that it acts for.
 *
 * @param product the code of the one product whose keys it is for; null for all of them, and company keys
 * @returns `companies:approve` too, which no route of a company requires
 */
export function permissionsOfService(
  held: readonly ServicePermission[],
  product: string | null,
): readonly Permission[] {
  const ofProducts = managed.map((action): Permission => `keys.product:${action}`);
  const ofCompany = managed.map((action): Permission => `keys.company:${action}`);
  return held.flatMap((permission): readonly Permission[] => {
    switch (permission) {
      case 'keys:verify':
        return ['keys:verify'];
      case 'keys:manage':
        return product === null ? [...ofCompany, ...ofProducts] : ofProducts;
      case 'companies:manage':
        // Not by this name, which in CASL means everything.
        return [];
      case 'companies:approve':
        return ['companies:approve'];
    }
  });
}
