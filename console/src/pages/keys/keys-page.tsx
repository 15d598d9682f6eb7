import { Box, Stack } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useKeyColumns } from '../../keys/use-key-columns';
import { EmptyState } from '../../patterns/empty-state';
import { FilterBar } from '../../patterns/filter-bar';
import { ListTable } from '../../patterns/list-table';
import { useSession } from '../../session/use-session';
import { Page } from '../../shell/page';
import { MakeKeyLinks } from './make-key-links';
import { OwnerFilter } from './owner-filter';
import { useBelongsColumns } from './use-belongs-columns';
import { useKeyFilters } from './use-key-filters';
import { usePastedKey } from './use-pasted-key';
import { useFilteredKeys } from './use-filtered-keys';

/** Every key one may see, of all kinds. What is filtered stands in the address. */
export default function KeysPage() {
  const { t } = useTranslation('keys');
  const { company } = useSession();
  const { list, filtered } = useFilteredKeys();
  const columns = useKeyColumns();
  const belongs = useBelongsColumns();
  const pasted = usePastedKey();
  return (
    <Page title={t('title')} description={t('description')}>
      {pasted.notice}
      <Stack gap="lg">
        <Box>
          <FilterBar label={t('filter.label')} filters={useKeyFilters(pasted.look)} />
          {pasted.found}
        </Box>
        <OwnerFilter />
        <ListTable
          caption={t('caption', { company: company?.name ?? '' })}
          rowKey={({ id }) => id}
          list={list}
          columns={[
            columns.name,
            ...belongs,
            columns.start,
            columns.status,
            columns.lastUsed,
            columns.expires,
          ]}
          empty={
            filtered ? (
              <EmptyState title={t('nothingFound.title')} action={null}>
                {t('nothingFound.text')}
              </EmptyState>
            ) : (
              <EmptyState title={t('empty.title')} Icon={IconKey} action={<MakeKeyLinks />}>
                {t('empty.text')}
              </EmptyState>
            )
          }
        />
      </Stack>
      {pasted.dialog}
    </Page>
  );
}
