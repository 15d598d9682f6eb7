import { Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client';
import { queryKeys } from '../api/query-keys';
import { useCommand } from '../api/use-command';
import type { Key } from './key';
import { type NewSecret, NewSecretDialogs, type NewSecretDialogsProps } from './new-secret-dialogs';
import { OldSecret } from './old-secret';
import { type Overlap, RotateDialog, type RotateWords } from './rotate-dialog';
import { useStepUp } from './use-step-up';

interface RotationOptions extends Pick<NewSecretDialogsProps, 'title' | 'doneLabel'> {
  /** What the dialog says, where a guide has its own words. */
  readonly words?: RotateWords;
  /** How long the old secret works on unless something else is chosen: a day if left out. */
  readonly overlap?: Overlap;
  readonly onRotated?: (key: Key) => void;
}

export interface KeyRotation {
  /** Asks how to rotate this key. */
  readonly ask: (key: Key) => void;
  /** To be rendered, once. */
  readonly dialogs: ReactNode;
}

interface Rotation {
  readonly id: string;
  readonly kind: Key['kind'];
  readonly body: Schemas['RotateKey'];
}

/** Gives keys a new secret: the overlap, the step-up where the policy wants one, and the secret shown until it is saved. */
export function useRotate(options: RotationOptions = {}): KeyRotation {
  const { words, overlap = '86400', onRotated, ...labels } = options;
  const { withProof, dialog } = useStepUp();
  const [asked, setAsked] = useState<Key | null>(null);
  const [opened, setOpened] = useState(false);
  const [made, setMade] = useState<NewSecret | null>(null);
  const command = useCommand<Rotation, Key | null>({
    send: async ({ id, kind, body }, sending) => {
      const answer: NewSecret | null = await withProof({ action: 'rotate', kind, keyId: id }, (proof) =>
        answerOf(
          api.POST('/api/v1/keys/{id}/rotate', {
            params: { path: { id } },
            body,
            headers: { ...sending.headers, ...proof },
          }),
        ),
      );
      if (answer !== null) setOpened(false);
      // As with a key that is made: the secret stays in this component.
      setMade(answer);
      return answer?.key ?? null;
    },
    refreshes: [queryKeys.keys(), queryKeys.events()],
    onDone: (key) => {
      if (key !== null) onRotated?.(key);
    },
  });
  const ask = (key: Key): void => {
    command.reset();
    setAsked(key);
    setOpened(true);
  };
  const dialogs = (
    <>
      {asked !== null && (
        <RotateDialog
          apiKey={asked}
          opened={opened}
          words={words}
          overlap={overlap}
          command={command}
          onRotate={(body) => command.run({ id: asked.id, kind: asked.kind, body })}
          onClose={() => setOpened(false)}
        />
      )}
      {dialog}
      <NewSecretDialogs {...labels} made={made} onClose={() => setMade(null)}>
        {(key) => <WhatOfTheOld apiKey={key} />}
      </NewSecretDialogs>
    </>
  );
  return { ask, dialogs };
}

/** Says until when the old secret works, or that it does no longer. */
function WhatOfTheOld({ apiKey }: { readonly apiKey: Key }) {
  const { t } = useTranslation('keys');
  if (apiKey.superseded === null) return <Text size="sm">{t('oldSecret.over')}</Text>;
  return <OldSecret apiKey={apiKey} />;
}
