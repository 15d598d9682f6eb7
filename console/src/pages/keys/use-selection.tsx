import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Key } from '../../keys/key';
import { useKeyName } from '../../keys/use-key-name';
import type { Column } from '../../patterns/data-table';

export interface Selection {
  /** The ticked keys of the page that is shown. */
  readonly keys: readonly Key[];
  readonly column: Column<Key>;
  readonly clear: () => void;
}

/** Keys of a page that are ticked, to act on all of them. What is on another page is not. */
export function useSelection(rows: readonly Key[]): Selection {
  const { t } = useTranslation('keys');
  const nameOf = useKeyName();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const keys = rows.filter(({ id }) => ids.has(id));
  const isWhole = rows.length > 0 && keys.length === rows.length;
  const column: Column<Key> = {
    key: 'tick',
    header: t('select.page'),
    tick: (
      <Checkbox
        aria-label={t('select.page')}
        checked={isWhole}
        indeterminate={keys.length > 0 && !isWhole}
        onChange={() => setIds(new Set(isWhole ? [] : rows.map(({ id }) => id)))}
      />
    ),
    cell: (key) => (
      <Checkbox
        aria-label={t('select.one', { name: nameOf(key) })}
        checked={ids.has(key.id)}
        onChange={() => setIds(toggled(ids, key.id))}
      />
    ),
  };
  return { keys, column, clear: () => setIds(new Set()) };
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const changed = new Set(ids);
  if (!changed.delete(id)) changed.add(id);
  return changed;
}
