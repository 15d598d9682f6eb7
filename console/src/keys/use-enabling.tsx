import { Alert, Box } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client';
import { queryKeys } from '../api/query-keys';
import { ConfirmDialog } from '../patterns/confirm-dialog';
import type { Key } from './key';
import { useKeyName } from './use-key-name';
import { useKeyProblemText } from './use-key-problem-text';
import { useStepUp } from './use-step-up';

export interface KeyEnabling {
  /** Asks whether to enable this key. */
  readonly ask: (key: Key) => void;
  /** To be rendered, once. */
  readonly dialogs: ReactNode;
  /** Says that it is done; nothing before. */
  readonly notice: ReactNode;
  readonly forget: () => void;
}

/** Enables disabled keys: the question, and the proof where the policy wants one for making keys. */
export function useEnabling(): KeyEnabling {
  const { t } = useTranslation('keys');
  const nameOf = useKeyName();
  const textOf = useKeyProblemText();
  const enable = useEnable();
  const [asked, setAsked] = useState<Key | null>(null);
  const [opened, setOpened] = useState(false);
  const [done, setDone] = useState<Key | null>(null);

  const confirm = async (): Promise<void> => {
    if (asked === null || !(await enable.run(asked))) return;
    setOpened(false);
    setDone(asked);
  };
  const ask = (key: Key): void => {
    setDone(null);
    setAsked(key);
    setOpened(true);
  };
  const dialogs = (
    <>
      {asked !== null && (
        <ConfirmDialog
          opened={opened}
          title={t('enable.title')}
          confirmLabel={t('enable.confirm')}
          onConfirm={confirm}
          onClose={() => setOpened(false)}
          describeError={textOf}
        >
          {nameOf(asked)}: {t('enable.effect')}
        </ConfirmDialog>
      )}
      {enable.dialog}
    </>
  );
  const title = done === null ? null : t('enable.done', { name: nameOf(done) });
  return { ask, dialogs, notice: <EnabledNotice title={title} />, forget: () => setDone(null) };
}

/** @returns what enables a key, and says whether it did: the person may give up at the proof. */
function useEnable() {
  const queries = useQueryClient();
  const { withProof, dialog } = useStepUp();
  const run = async ({ id, kind }: Key): Promise<boolean> => {
    const enabled = await withProof({ action: 'enable', kind, keyId: id }, (proof) =>
      answerOf(api.POST('/api/v1/keys/{id}/enable', { params: { path: { id } }, headers: proof })),
    );
    if (enabled === null) return false;
    await Promise.all(
      [queryKeys.keys(), queryKeys.events()].map((queryKey) => queries.invalidateQueries({ queryKey })),
    );
    return true;
  };
  return { run, dialog };
}

function EnabledNotice({ title }: { readonly title: string | null }) {
  return (
    <Box role="status">
      {title !== null && <Alert color="green" mb="md" icon={<IconCircleCheck aria-hidden />} title={title} />}
    </Box>
  );
}
