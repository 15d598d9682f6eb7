import { Button, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useList } from '../../api/use-list';
import { useProblemText } from '../../i18n/use-problem-text';
import { ConfirmDialog } from '../../patterns/confirm-dialog';
import type { Column } from '../../patterns/data-table';
import { ListTable } from '../../patterns/list-table';
import { RelativeTime } from '../../patterns/relative-time';
import { deviceName } from './device';

type MySession = Schemas['MySession'];

/** Where one is signed in, and a way to end what one does not know. */
export function SessionsSection() {
  const { t } = useTranslation('my-settings');
  const [ending, setEnding] = useState<MySession | null>(null);
  const list = useList({
    queryKey: queryKeys.mySessions(),
    read: (page) => answerOf(api.GET('/api/v1/me/sessions', { params: { query: page } })),
    limit: 10,
  });
  return (
    <Stack component="section" gap="sm">
      <div>
        <Title order={2} size="h3">
          {t('sessions.title')}
        </Title>
        <Text c="dimmed">{t('sessions.text')}</Text>
      </div>
      <ListTable
        caption={t('sessions.title')}
        columns={useColumns(setEnding)}
        list={list}
        rowKey={({ id }) => id}
        empty={null}
      />
      <EndDialog session={ending} onClose={() => setEnding(null)} />
    </Stack>
  );
}

function useColumns(onEnd: (session: MySession) => void): readonly Column<MySession>[] {
  const { t } = useTranslation('my-settings');
  const nameOf = useDeviceName();
  return [
    { key: 'device', header: t('sessions.device'), rowHeader: true, cell: nameOf },
    { key: 'address', header: t('sessions.address'), cell: ({ address }) => address ?? '–' },
    {
      key: 'seen',
      header: t('sessions.lastSeen'),
      cell: ({ lastSeenAt }) => <RelativeTime at={lastSeenAt} />,
    },
    {
      key: 'began',
      header: t('sessions.began'),
      cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
    },
    {
      key: 'end',
      header: t('sessions.end'),
      actions: true,
      align: 'right',
      cell: (session) =>
        session.current ? (
          <Text size="sm" c="dimmed">
            {t('sessions.current')}
          </Text>
        ) : (
          <Button
            variant="default"
            size="xs"
            aria-label={t('sessions.endNamed', { device: nameOf(session) })}
            onClick={() => onEnd(session)}
          >
            {t('sessions.end')}
          </Button>
        ),
    },
  ];
}

function useDeviceName(): (session: Pick<MySession, 'userAgent'>) => string {
  const { t } = useTranslation('my-settings');
  return ({ userAgent }) => deviceName(userAgent) ?? t('sessions.unknown');
}

interface EndDialogProps {
  readonly session: MySession | null;
  readonly onClose: () => void;
}

function EndDialog({ session, onClose }: EndDialogProps) {
  const { t } = useTranslation('my-settings');
  const queries = useQueryClient();
  const nameOf = useDeviceName();

  async function end(): Promise<void> {
    if (session === null) return;
    await api.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id: session.id } } });
    onClose();
    await queries.invalidateQueries({ queryKey: queryKeys.mySessions() });
  }

  return (
    <ConfirmDialog
      opened={session !== null}
      title={t('sessions.endTitle')}
      confirmLabel={t('sessions.end')}
      onConfirm={end}
      onClose={onClose}
      describeError={useProblemText()}
    >
      {session !== null && t('sessions.endEffect', { device: nameOf(session) })}
    </ConfirmDialog>
  );
}
