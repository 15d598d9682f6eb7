import { In, IsNull, Not } from 'typeorm';
import { ProductActivationEntity, ProductEntity, ProductPermissionNameEntity } from '../../products';
import { type Effect, type Effects, type PastEvent } from './effect';
import { type Rows } from './rows';

type ProductFacts = Pick<ProductEntity, 'name' | 'grants' | 'enabledByDefault' | 'forMembers'> & {
  readonly permissions: readonly string[];
};

/** What the log says about products: what they protect, and which companies have them. */
export const productEffects: Effects = {
  'product.updated': async (rows, event) => {
    // A cast: the log is ours and its chain was checked; this is what the change of a product writes.
    const said = event.facts as unknown as ProductFacts;
    const { name, grants, permissions, enabledByDefault, forMembers } = said;
    const code = event.targetId;
    const known = await rows.findOneBy(ProductEntity, { code });
    if (known === null) return null;
    // What was defined after the backup has an id that the log does not know, and so is missing.
    const kept = known.permissions?.filter((one) => permissions.includes(one.name)) ?? [];
    const change = { name, grants, permissions: kept, enabledByDefault, forMembers };
    await rows.update(ProductEntity, { code }, change);
    await releaseNames(rows, event, permissions);
    await takeNames(rows, code, permissions);
    return permissions.length === kept.length
      ? null
      : `Define again what the product ${code} protects: some of its permissions are newer than the backup.`;
  },
  'product.retired': async (rows, event) => {
    const { targetId: code, at } = event;
    await rows.update(ProductEntity, { code }, { retiredAt: at });
    await rows.update(ProductActivationEntity, { productCode: code }, { status: 'disabled' });
    await releaseNames(rows, event, []);
    return null;
  },
  'product.enabled': activation('enabled'),
  'product.disabled': activation('disabled'),
};

/** The product no longer uses the names that it does not keep. */
async function releaseNames(
  rows: Rows,
  { targetId: productCode, at }: PastEvent,
  kept: readonly string[],
): Promise<void> {
  const used = { productCode, removedAt: IsNull() };
  const gone = kept.length === 0 ? used : { ...used, name: Not(In([...kept])) };
  await rows.update(ProductPermissionNameEntity, gone, { removedAt: at });
}

/** It has these names, whoever had them before: they were free when it took them. */
async function takeNames(rows: Rows, productCode: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const held = { productCode, removedAt: null };
    const { affected } = await rows.update(ProductPermissionNameEntity, { name }, held);
    if (affected === 0) await rows.insert(ProductPermissionNameEntity, { name, ...held });
  }
}

/** A company that never asked for the product has no row, and its keys for it do not work either way. */
function activation(status: 'enabled' | 'disabled'): Effect {
  return async (rows, { companyId, targetId }) => {
    await rows.update(ProductActivationEntity, { companyId, productCode: targetId }, { status });
    return null;
  };
}
