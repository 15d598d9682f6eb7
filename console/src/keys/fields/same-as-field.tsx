import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useProblemText } from '../../i18n/use-problem-text';
import { useKeyName } from '../use-key-name';
import type { KeyToPermit } from './use-permission-choices';

interface SameAsFieldProps {
  readonly of: KeyToPermit;
  /** The id of the other key; empty until one is chosen. */
  readonly chosen: string;
  /** Gets the other key, and what it may do. */
  readonly onChange: (id: string, permissions: string[]) => void;
}

/** Another key that works, whose permissions this one gets: those it has at this moment. */
export function SameAsField({ of: { kind, product }, chosen, onChange }: SameAsFieldProps) {
  const { t } = useTranslation('key-form');
  const textOf = useProblemText();
  const nameOf = useKeyName();
  const keys = useQuery({
    queryKey: queryKeys.keys('same-as', kind, product),
    queryFn: () => answerOf(api.GET('/api/v1/keys', { params: { query: queryFor(kind, product) } })),
  });
  const rows = keys.data?.data ?? [];
  const choose = (id: string): void =>
    onChange(id, [...(rows.find((key) => key.id === id)?.permissions ?? [])]);
  return (
    <NativeSelect
      label={t('permissions.otherKey')}
      description={t('permissions.otherKeyHint')}
      error={keys.error === null ? undefined : textOf(keys.error)}
      value={chosen}
      onChange={(event) => choose(event.currentTarget.value)}
      data={[
        { value: '', label: t('permissions.choose'), disabled: true },
        ...rows.map((key) => ({ value: key.id, label: nameOf(key) })),
      ]}
    />
  );
}

function queryFor(kind: KeyToPermit['kind'], product: KeyToPermit['product']) {
  const shared = { kind, status: 'active', sort: 'name', limit: 100 } as const;
  return product === undefined || product === null ? shared : { ...shared, product };
}
