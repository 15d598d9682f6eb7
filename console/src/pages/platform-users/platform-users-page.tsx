import { Box, Alert, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useList } from '../../api/use-list';
import { FormFailure } from '../../forms/form-failure';
import { EmptyState } from '../../patterns/empty-state';
import { FilterBar } from '../../patterns/filter-bar';
import { ListTable } from '../../patterns/list-table';
import { Page } from '../../shell/page';
import { LinkOnceDialog } from '../users/link-once-dialog';
import { ReleaseDialog } from './release-dialog';
import { type Person, useColumns } from './use-columns';
import { useResetLink } from './use-reset-link';

/** The people of all companies: finds one, helps them to a new password, and frees a username that is not theirs. */
export default function PlatformUsersPage() {
  const { t } = useTranslation('platform-users');
  const q = useSearchParams()[0].get('q') ?? '';
  const [releasing, setReleasing] = useState<{ person: Person | null; opened: boolean }>(nobody);
  const [released, setReleased] = useState<Person | null>(null);
  const reset = useResetLink();
  const list = useList<Person>({
    queryKey: queryKeys.platform('users', q),
    read: (page) =>
      answerOf(
        api.GET('/api/v1/platform/users', { params: { query: { ...page, ...(q === '' ? {} : { q }) } } }),
      ),
  });
  const columns = useColumns({
    onReset: ({ username }) => void reset.run(username),
    onRelease: (person) => setReleasing({ person, opened: true }),
  });
  const close = (): void => setReleasing(({ person }) => ({ person, opened: false }));
  return (
    <Page title={t('title')} description={t('description')}>
      <Stack gap="md">
        <Released person={released} />
        <FormFailure failure={reset.problem} />
        <FilterBar label={t('filter')} filters={[{ type: 'text', name: 'q', label: t('search') }]} />
        <ListTable
          caption={t('title')}
          columns={columns}
          list={list}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title={t('none')} action={null} Icon={IconUsers}>
              {t('noneText')}
            </EmptyState>
          }
        />
      </Stack>
      <LinkOnceDialog link={reset.link} title={t('reset.title')} onClose={reset.forget}>
        <Text>{t('reset.text', { username: reset.link?.username })}</Text>
      </LinkOnceDialog>
      <ReleaseDialog {...releasing} onReleased={setReleased} onClose={close} />
    </Page>
  );
}

const nobody = { person: null, opened: false };

function Released({ person }: { readonly person: Person | null }) {
  const { t } = useTranslation('platform-users');
  return (
    <Box role="status">
      {person !== null && (
        <Alert
          color="green"
          icon={<IconCircleCheck aria-hidden />}
          title={t('release.done', { username: person.username })}
        />
      )}
    </Box>
  );
}
