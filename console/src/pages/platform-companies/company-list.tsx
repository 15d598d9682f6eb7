import { Stack, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useList } from '../../api/use-list';
import { ListTable } from '../../patterns/list-table';
import type { Choice, Company } from './choice';
import { useColumns } from './use-columns';

export interface CompanyListProps {
  readonly title: string;
  /** Which companies: of this status, or with a new name that waits; null for all. */
  readonly which: Company['status'] | 'pendingName' | null;
  /** What their name, slug or id has; everything unless told. */
  readonly q?: string;
  readonly filters?: ReactNode;
  readonly onChoose: (choice: Choice) => void;
  readonly empty: ReactNode;
}

// Whoever waits should not wait for somebody to load the page again.
const watchMs = 10_000;

/** Companies, oldest first, with what can be done to each. */
export function CompanyList({ title, which, q = '', filters, onChoose, empty }: CompanyListProps) {
  const heading = useId();
  const list = useList<Company>({
    queryKey: queryKeys.platform('companies', which ?? 'all', q),
    read: (page) =>
      answerOf(
        api.GET('/api/v1/platform/companies', {
          params: { query: { ...page, ...filterOf(which), ...(q === '' ? {} : { q }) } },
        }),
      ),
    refetchIntervalMs: watchMs,
  });
  const columns = useColumns(onChoose);
  return (
    <Stack component="section" gap="sm" aria-labelledby={heading}>
      <Title order={2} size="h4" id={heading}>
        {title}
      </Title>
      {filters}
      <ListTable caption={title} columns={columns} list={list} rowKey={({ id }) => id} empty={empty} />
    </Stack>
  );
}

function filterOf(which: CompanyListProps['which']) {
  if (which === null) return {};
  return which === 'pendingName' ? { pendingName: 'true' as const } : { status: which };
}
