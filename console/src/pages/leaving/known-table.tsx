import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { IconKeyOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Key } from '../../keys/key';
import { OldSecretMark } from '../../keys/old-secret';
import { useKeyColumns } from '../../keys/use-key-columns';
import { useKeyName } from '../../keys/use-key-name';
import { useKeyRights } from '../../keys/use-key-rights';
import { type Column, DataTable } from '../../patterns/data-table';
import { EmptyState } from '../../patterns/empty-state';
import { keyBadgeStatus } from '../../patterns/key-badge-status';
import { RelativeTime } from '../../patterns/relative-time';
import { StatusBadge } from '../../patterns/status-badge';
import { type Choice, choicesFor } from './choices';
import { endsWith, type KnownKey, type KnownKeys } from './use-known-keys';

interface KnownTableProps {
  readonly known: KnownKeys;
  /** Whether the person is still a member: new secrets are made when they are not. */
  readonly active: boolean;
  readonly choice: (one: KnownKey) => Choice;
  readonly onChoose: (id: string, choice: Choice) => void;
  readonly onRotate: (key: Key) => void;
}

/** The keys, how the person came to know each, and what to do with it. */
export function KnownTable({ known, ...rest }: KnownTableProps) {
  const { t } = useTranslation('leaving');
  const columns = useKeyColumns();
  const { name } = columns;
  const table: Column<KnownKey>[] = [
    { key: name.key, header: name.header, rowHeader: true, cell: ({ key }) => name.cell(key) },
    { key: 'ways', header: t('ways'), cell: (one) => <Ways one={one} /> },
    {
      key: 'status',
      header: columns.status.header,
      cell: ({ key }) => <StatusBadge status={keyBadgeStatus(key)} />,
    },
    {
      key: 'choice',
      header: t('choice'),
      actions: true,
      align: 'right',
      cell: (one) =>
        endsWith(known, one) ? (
          <Text size="sm" c="dimmed">
            {t('endsWithThem')}
          </Text>
        ) : (
          <Choose {...rest} one={one} />
        ),
    },
  ];
  return (
    <DataTable
      caption={t('caption')}
      columns={table}
      rows={[...known.data]}
      rowKey={({ key }) => key.id}
      empty={
        <EmptyState title={t('none')} action={null} Icon={IconKeyOff}>
          {t('noneText')}
        </EmptyState>
      }
    />
  );
}

/** "Created, shown again · 3 days ago" */
function Ways({ one: { key, ways, lastAt } }: { readonly one: KnownKey }) {
  const { t, i18n } = useTranslation('leaving');
  const words = { created: t('way.created'), rotated: t('way.rotated'), shown: t('way.shown') };
  const list = new Intl.ListFormat(i18n.language, { type: 'unit' });
  return (
    <>
      {list.format(ways.map((way) => words[way]))} · <RelativeTime at={lastAt} />
      <OldSecretMark apiKey={key} />
    </>
  );
}

type ChooseProps = Omit<KnownTableProps, 'known'> & { readonly one: KnownKey };

function Choose({ one, active, choice, onChoose, onRotate }: ChooseProps) {
  const { t } = useTranslation('leaving');
  const { may } = useKeyRights();
  const named = { name: useKeyName()(one.key) };
  const words = {
    rotate: t('choose.rotate'),
    disable: t('choose.disable'),
    revoke: t('choose.revoke'),
    keep: t('choose.keep'),
  };
  const chosen = choice(one);
  return (
    <Group gap="xs" justify="flex-end">
      <NativeSelect
        size="xs"
        aria-label={t('choiceOf', named)}
        value={chosen}
        // A cast: the options are these.
        onChange={(event) => onChoose(one.key.id, event.currentTarget.value as Choice)}
        data={choicesFor(one.key, may).map((value) => ({ value, label: words[value] }))}
      />
      {!active && chosen === 'rotate' && (
        <Button
          size="xs"
          variant="default"
          aria-label={t('rotateNamed', named)}
          onClick={() => onRotate(one.key)}
        >
          {t('rotate')}
        </Button>
      )}
    </Group>
  );
}
