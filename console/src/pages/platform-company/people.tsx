import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../patterns/data-table';
import { StatusBadge } from '../../patterns/status-badge';
import type { CompanyDetails } from './use-platform-company';

type Person = CompanyDetails['people'][number];

/** Who is in the company or invited to it, with their roles; of many the first. */
export function People({ company }: { readonly company: CompanyDetails }) {
  const { t } = useTranslation('platform-company');
  const { people, counts } = company;
  const columns: readonly Column<Person>[] = [
    { key: 'username', header: t('username'), rowHeader: true, cell: ({ username }) => username },
    { key: 'status', header: t('status'), cell: ({ status }) => <StatusBadge status={status} /> },
    {
      key: 'roles',
      header: t('roles'),
      cell: ({ roles }) => (roles.length === 0 ? t('noRoles') : roles.map(({ name }) => name).join(', ')),
    },
  ];
  const others = counts.members + counts.invitations - people.length;
  return (
    <Stack component="section" gap="sm" aria-labelledby="company-people">
      <Title order={2} size="h4" id="company-people">
        {t('people')}
      </Title>
      <DataTable
        caption={t('people')}
        columns={columns}
        rows={people}
        rowKey={({ id }) => id}
        empty={<Text c="dimmed">{t('nobody')}</Text>}
      />
      {others > 0 && <Text c="dimmed">{t('others', { count: others })}</Text>}
    </Stack>
  );
}
