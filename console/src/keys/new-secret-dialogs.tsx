import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Dialog } from '../patterns/dialog';
import { KeyLife } from '../patterns/key-life';
import { KeyCreatedDialog } from '../patterns/key-created-dialog';
import { momentText } from '../patterns/relative-time-text';
import { useTimeForm } from '../patterns/time-zone';
import { curl } from '../patterns/request-samples';
import { type Key, sampleAddress, testAddress } from './key';
import { useIsShowable } from './key-secret';
import { TestMark } from './test-mark';

/** A key that was made or rotated just now. */
export interface NewSecret {
  readonly key: Key;
  /** Absent when the answer got lost on its way and was asked for again: the server says a secret once. */
  readonly secret?: string;
}

export interface NewSecretDialogsProps {
  readonly made: NewSecret | null;
  /** Forgets the secret. */
  readonly onClose: () => void;
  readonly title?: string;
  readonly doneLabel?: string;
  /** What else this kind of key needs. */
  readonly children?: (key: Key) => ReactNode;
}

/** The one “key created” dialog, for keys of every kind; and what to do when the secret never arrived. */
export function NewSecretDialogs({ made, onClose, children, ...labels }: NewSecretDialogsProps) {
  const secret = made?.secret ?? null;
  const isShowable = useIsShowable();
  return (
    <>
      <KeyCreatedDialog
        {...labels}
        secret={secret}
        name={made?.key.name ?? null}
        mark={made?.key.environment === 'test' ? <TestMark apiKey={made.key} /> : undefined}
        recoverable={made !== null && isShowable(made.key)}
        life={made !== null && <Lives apiKey={made.key} />}
        curl={made === null ? '' : firstRequest(made)}
        onClose={onClose}
      >
        {made !== null && children?.(made.key)}
        {made !== null && <WorksUntil apiKey={made.key} />}
      </KeyCreatedDialog>
      <SecretLost made={made} onClose={onClose} />
    </>
  );
}

/** With a key of one's own as a service sends it that wants a username and a password; with others as the header. */
function firstRequest({ key, secret = '' }: NewSecret): string {
  if (key.owner === null) return curl({ url: sampleAddress(), apiKey: secret });
  return curl({ url: testAddress(), apiKey: secret, username: key.owner.username });
}

function Lives({ apiKey: { createdAt, expiresAt } }: { readonly apiKey: Key }) {
  const { t } = useTranslation('patterns');
  return <KeyLife from={createdAt} until={expiresAt} begin={t('lifeNow')} />;
}

function WorksUntil({ apiKey: { expiresAt } }: { readonly apiKey: Key }) {
  const { t } = useTranslation('keys');
  const form = useTimeForm();
  if (expiresAt === null) return null;
  return <Text size="sm">{t('expiry.until', { date: momentText(expiresAt, form) })}</Text>;
}

function SecretLost({ made, onClose }: Pick<NewSecretDialogsProps, 'made' | 'onClose'>) {
  const { t } = useTranslation('keys');
  return (
    <Dialog opened={made !== null && made.secret === undefined} onClose={onClose} title={t('lost.title')}>
      <Stack gap="md">
        <Text>{made?.key.recoverable === true ? t('lost.recoverable') : t('lost.once')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('lost.close')}
          </Button>
          {made !== null && (
            <Button component={Link} to={`/keys/${made.key.id}`} onClick={onClose}>
              {t('lost.open')}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}
