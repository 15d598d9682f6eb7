import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Column } from '../../patterns/data-table';
import { RelativeTime } from '../../patterns/relative-time';
import { StatusBadge } from '../../patterns/status-badge';
import type { Choice, Company } from './choice';

/** Of each company its name, its standing and the reason for it, how many products it has, and the decisions open now. */
export function useColumns(onChoose: (choice: Choice) => void): readonly Column<Company>[] {
  const { t } = useTranslation('platform-companies');
  return [
    { key: 'name', header: t('company'), rowHeader: true, cell: (company) => <Name company={company} /> },
    { key: 'status', header: t('status'), cell: (company) => <Standing company={company} /> },
    { key: 'products', header: t('products'), cell: (company) => <Products company={company} /> },
    {
      key: 'since',
      header: t('registered'),
      cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
    },
    {
      key: 'acts',
      header: t('actions'),
      actions: true,
      align: 'right',
      cell: (company) => <Acts company={company} onChoose={onChoose} />,
    },
  ];
}

function Name({ company }: { readonly company: Company }) {
  const { t } = useTranslation('platform-companies');
  return (
    <>
      <Anchor component={Link} to={`/platform/companies/${company.id}`} inherit>
        {company.name}
      </Anchor>
      <Text size="sm" c="dimmed" fw={400}>
        {company.slug}
      </Text>
      {company.pendingName !== null && (
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {t('pendingName', { name: company.pendingName })}
        </Text>
      )}
    </>
  );
}

function Standing({ company }: { readonly company: Company }) {
  const reason = ['suspended', 'closed'].includes(company.status)
    ? company.suspendedReason
    : company.rejectedReason;
  return (
    <Stack gap={4} align="flex-start">
      <StatusBadge status={company.status} />
      {reason !== null && (
        <Text size="sm" maw={280} style={{ overflowWrap: 'anywhere' }}>
          {reason}
        </Text>
      )}
    </Stack>
  );
}

function Products({ company }: { readonly company: Company }) {
  const { t } = useTranslation('platform-companies');
  const countOf = (state: string): number =>
    company.products.filter(({ activation }) => activation === state).length;
  const requested = countOf('requested');
  return (
    <Text span size="sm">
      {t('productsEnabled', { count: countOf('enabled') })}
      {requested > 0 && (
        <Text span size="sm" fw={600} display="block">
          {t('productsRequested', { count: requested })}
        </Text>
      )}
    </Text>
  );
}

function Acts({
  company,
  onChoose,
}: {
  readonly company: Company;
  readonly onChoose: (choice: Choice) => void;
}) {
  const { t } = useTranslation('platform-companies');
  const labels = {
    approve: t('approve.act'),
    reject: t('reject.act'),
    approveName: t('approveName.act'),
    rejectName: t('rejectName.act'),
    suspend: t('suspend.act'),
    reinstate: t('reinstate.act'),
    products: t('productsDialog.act'),
  };
  return (
    <Group gap="xs" justify="flex-end">
      {commandsOn(company).map((act, index) => (
        <Button
          key={act}
          size="xs"
          variant={index === 0 && act !== 'products' ? 'filled' : 'default'}
          aria-label={`${labels[act]}: ${company.name}`}
          onClick={() => onChoose({ act, company })}
        >
          {labels[act]}
        </Button>
      ))}
    </Group>
  );
}

/** What can be decided now, the most likely first. */
function commandsOn({ status, pendingName }: Company): readonly Exclude<Choice['act'], 'disable'>[] {
  switch (status) {
    case 'in_review':
      return ['approve', 'reject', 'products'];
    case 'closed':
      return [];
    case 'suspended':
      return ['reinstate', 'products'];
    case 'approved':
      return pendingName === null
        ? ['products', 'suspend']
        : ['approveName', 'rejectName', 'products', 'suspend'];
    case 'onboarding':
    case 'rejected':
      return ['products', 'suspend'];
  }
}
