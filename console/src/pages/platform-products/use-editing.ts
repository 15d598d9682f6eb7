import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, type Schemas } from '../../api/client';
import { isProblem } from '../../api/problem';
import { queryKeys } from '../../api/query-keys';
import { type Command, useCommand } from '../../api/use-command';
import { patchOf, type Product, type ProductValues, removedFrom, valuesOf } from './product-values';

/** A product that was changed or retired. */
export interface Changed {
  readonly how: 'edit' | 'retire';
  readonly product: Schemas['ChangedProduct'];
}

/** What keys would lose. */
interface Held {
  readonly values: ProductValues;
  readonly removed: readonly string[];
  readonly keys: number;
}

interface Editing {
  readonly command: Command<ProductValues, unknown>;
  /** What has to be asked first; null while there is nothing. */
  readonly held: Held | null;
  /** Does it although keys hold what is removed. */
  readonly force: () => Promise<void>;
  readonly giveUp: () => void;
}

const refreshes = [queryKeys.platform('products'), queryKeys.permissions()];

/** Sends what was changed of a product; where keys hold a permission that it would lose, after asking. */
export function useEditing(product: Product | null, onDone: (changed: Changed) => void): Editing {
  const queries = useQueryClient();
  const [held, setHeld] = useState<Held | null>(null);
  const before = product && valuesOf(product);
  const command = useCommand({
    send: async (values: ProductValues) => {
      if (before === null) return null;
      try {
        return await sendPatch(before, values, false);
      } catch (refusal) {
        if (!isProblem(refusal, 'permission-held')) throw refusal;
        setHeld({ values, removed: removedFrom(before, values), keys: Number(refusal.members['keys']) });
        return null;
      }
    },
    refreshes,
    onDone: (changed) => changed && onDone({ how: 'edit', product: changed }),
  });
  // What it throws is shown where it was asked.
  const force = async (): Promise<void> => {
    if (before === null || held === null) return;
    const changed = await sendPatch(before, held.values, true);
    setHeld(null);
    onDone({ how: 'edit', product: changed });
    await Promise.all(refreshes.map((queryKey) => queries.invalidateQueries({ queryKey })));
  };
  return { command, held, force, giveUp: () => setHeld(null) };
}

function sendPatch(before: ProductValues, values: ProductValues, force: boolean) {
  const params = { path: { code: before.code }, query: force ? { force: 'true' as const } : {} };
  const body = patchOf(values, before);
  return answerOf(api.PATCH('/api/v1/platform/products/{code}', { params, body }));
}
