import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import type { Column } from '../../patterns/data-table';
import { RelativeTime } from '../../patterns/relative-time';
import { StatusBadge } from '../../patterns/status-badge';

export type Person = Schemas['PlatformUser'];

export interface PersonActs {
  readonly onReset: (person: Person) => void;
  readonly onRelease: (person: Person) => void;
}

/** Of each person the username, the companies, how the account stands, and what can be done about it. */
export function useColumns(acts: PersonActs): readonly Column<Person>[] {
  const { t } = useTranslation('platform-users');
  return [
    {
      key: 'username',
      header: t('username'),
      rowHeader: true,
      cell: ({ username }) => (
        <Text inherit style={{ overflowWrap: 'anywhere' }}>
          {username}
        </Text>
      ),
    },
    { key: 'companies', header: t('companies'), cell: (person) => <Companies person={person} /> },
    { key: 'status', header: t('status'), cell: ({ status }) => <StatusBadge status={status} /> },
    { key: 'since', header: t('since'), cell: ({ createdAt }) => <RelativeTime at={createdAt} /> },
    {
      key: 'acts',
      header: t('actions'),
      actions: true,
      align: 'right',
      cell: (person) => <Acts person={person} {...acts} />,
    },
  ];
}

function Companies({ person: { companies, operator } }: { readonly person: Person }) {
  const { t } = useTranslation('platform-users');
  if (operator) return <Text size="sm">{t('operator')}</Text>;
  if (companies.length === 0) return <Text size="sm">{t('noCompany')}</Text>;
  return (
    <Stack gap={4} align="flex-start">
      {companies.map(({ id, name, membership, status }) => (
        <Text key={id} size="sm" style={{ overflowWrap: 'anywhere' }}>
          <Anchor component={Link} to={`/platform/companies/${id}`} inherit>
            {name}
          </Anchor>
          {status === 'closed' && ` · ${t('closed')}`}
          {membership === 'deactivated' && ` · ${t('deactivated')}`}
        </Text>
      ))}
    </Stack>
  );
}

/** Operators change their own password themselves, and are not released. */
function Acts({ person, onReset, onRelease }: PersonActs & { readonly person: Person }) {
  const { t } = useTranslation('platform-users');
  if (person.operator || person.status === 'released') return null;
  const { username } = person;
  return (
    <Group gap="xs" justify="flex-end">
      <Button
        size="xs"
        variant="default"
        aria-label={t('reset.of', { username })}
        onClick={() => onReset(person)}
      >
        {t('reset.act')}
      </Button>
      <Button
        size="xs"
        variant="default"
        aria-label={t('release.of', { username })}
        onClick={() => onRelease(person)}
      >
        {t('release.act')}
      </Button>
    </Group>
  );
}
