import { Box, Stack } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../forms/form-failure';
import { useKeyCommands } from '../../keys/use-key-commands';
import { useBulk } from '../../keys/use-bulk';
import { EmptyState } from '../../patterns/empty-state';
import { FilterBar } from '../../patterns/filter-bar';
import { ListTable } from '../../patterns/list-table';
import { useSession } from '../../session/use-session';
import { Page } from '../../shell/page';
import { ActiveOf } from './active-of';
import { BulkBar, useMayActOnSeveral } from './bulk-bar';
import { ExportButton } from './export-button';
import { ImportsSection } from './imports-section';
import { KeyChips } from './key-chips';
import { LinkedFilters } from './linked-filters';
import { MakeKeyLinks } from './make-key-links';
import { SortSelect } from './sort-select';
import { useFooting } from './use-footing';
import { useKeyFilters } from './use-key-filters';
import { useListColumns } from './use-list-columns';
import { useListedKeys } from './use-listed-keys';
import { usePastedKey } from './use-pasted-key';
import { useSelection } from './use-selection';

/** Every key one may see, of all kinds. What is filtered and sorted, and the page, stand in the address. */
export default function KeysPage() {
  const { t } = useTranslation('keys');
  const { company } = useSession();
  const listed = useListedKeys();
  const { list, filters, sort } = listed;
  const commands = useKeyCommands();
  const pasted = usePastedKey();
  const [exporting, setExporting] = useState<Error | null>(null);
  const selection = useSelection(list.rows);
  const bulk = useBulk({ onDone: selection.clear });
  const mayTick = useMayActOnSeveral();
  const keyFilters = useKeyFilters(pasted.look);
  const columns = useListColumns({ sort, onAct: commands.begin });
  const footing = useFooting(listed);
  const counted = !list.loading;
  return (
    <Page
      title={t('title')}
      description={<ActiveOf counted={counted} />}
      actions={<ExportButton filters={filters} sort={sort} onEnd={setExporting} />}
    >
      {pasted.notice}
      {commands.notices}
      {bulk.notice}
      <FormFailure failure={exporting} />
      <Stack gap="lg">
        <KeyChips counted={counted} />
        <Box>
          <FilterBar label={t('filter.label')} filters={keyFilters}>
            <SortSelect sort={sort} />
          </FilterBar>
          {pasted.found}
        </Box>
        <LinkedFilters />
        <ListTable
          caption={t('caption', { company: company?.name ?? '' })}
          rowKey={({ id }) => id}
          list={list}
          columns={mayTick ? [selection.column, ...columns] : columns}
          footing={footing}
          empty={<NoKeys filtered={Object.keys(filters).length > 0} />}
        />
        <BulkBar selection={selection} bulk={bulk} />
        <ImportsSection />
      </Stack>
      {bulk.dialogs}
      {pasted.dialog}
      {commands.dialogs}
    </Page>
  );
}

function NoKeys({ filtered }: { readonly filtered: boolean }) {
  const { t } = useTranslation('keys');
  if (filtered)
    return (
      <EmptyState title={t('nothingFound.title')} action={null}>
        {t('nothingFound.text')}
      </EmptyState>
    );
  return (
    <EmptyState title={t('empty.title')} Icon={IconKey} action={<MakeKeyLinks />}>
      {t('empty.text')}
    </EmptyState>
  );
}
