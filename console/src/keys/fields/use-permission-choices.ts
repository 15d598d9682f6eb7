import { useHolding } from '../../permissions/use-holding';
import { type PermissionGroups, usePermissionGroups } from '../../permissions/use-permission-groups';
import type { KeyKind } from '../key';

/** The key that gets permissions, as far as it limits which. */
export interface KeyToPermit {
  readonly kind: KeyKind;
  readonly product?: string | null;
  /** What its owner holds, where that is not oneself: the service account of a machine key. */
  readonly ownerHolds?: readonly string[];
}

export interface PermissionChoices extends PermissionGroups {
  /** The names of those that one may give to this key. */
  readonly open: readonly string[];
}

/** The permissions that a key of this kind can hold, and which of them one may give: those that one holds, as the server decides it. */
export function usePermissionChoices({ kind, product = null, ownerHolds }: KeyToPermit): PermissionChoices {
  const holds = useHolding();
  const choices = usePermissionGroups(
    (entry) =>
      entry.kinds.includes(kind) &&
      // What another product protects is nothing for a key of this one.
      (kind !== 'product' || entry.product === null || entry.product === product),
  );
  const all = (choices.groups ?? []).flatMap(({ permissions }) => permissions.map(({ name }) => name));
  const open = all.filter((name) => holds([name]) && ownerHolds?.includes(name) !== false);
  return { ...choices, open };
}
