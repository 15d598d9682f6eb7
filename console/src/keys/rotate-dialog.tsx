import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { Dialog } from '../patterns/dialog';
import { momentText } from '../patterns/relative-time-text';
import { useTimeForm, useTimeZone } from '../patterns/time-zone';
import { KeyFailure } from './create-key-form';
import { ExpiryInput } from './expiry-input';
import type { Key } from './key';
import { expiryAfter, keptDay } from './rotation-expiry';
import { useKeyName } from './use-key-name';
import { useLatestExpiry } from './use-latest-expiry';

/** As a guide calls it. */
export interface RotateWords {
  readonly title: string;
  readonly effect: string;
  readonly confirmLabel: string;
}

/** How long the old secret can work on, in seconds as the form has them. */
export type Overlap = '0' | '3600' | '86400' | '259200' | '604800';

interface RotateDialogProps {
  readonly apiKey: Key;
  readonly opened: boolean;
  readonly words: RotateWords | undefined;
  /** What is chosen at first. */
  readonly overlap: Overlap;
  readonly command: { readonly pending: boolean; readonly problem: Error | null };
  readonly onRotate: (body: Schemas['RotateKey']) => void;
  readonly onClose: () => void;
}

/** Asks how long the old secret is to work beside the new one. */
export function RotateDialog({ opened, words, command, onClose, ...rest }: RotateDialogProps) {
  const { t } = useTranslation('keys');
  const said = words ?? {
    title: t('rotate.title'),
    effect: t('rotate.effect'),
    confirmLabel: t('rotate.confirm'),
  };
  return (
    <Dialog opened={opened} onClose={() => !command.pending && onClose()} title={said.title}>
      <RotateForm {...rest} words={said} command={command} onClose={onClose} />
    </Dialog>
  );
}

type RotateFormProps = Omit<RotateDialogProps, 'opened' | 'words'> & { readonly words: RotateWords };

function RotateForm({ apiKey, words, command, onRotate, onClose, ...chosen }: RotateFormProps) {
  const { t } = useTranslation('keys');
  const nameOf = useKeyName();
  const [overlap, setOverlap] = useState<string>(chosen.overlap);
  const latest = useLatestExpiry(apiKey.kind);
  const timeZone = useTimeZone();
  // As it was when the dialog was opened.
  const [kept] = useState(() => keptDay(apiKey, new Date(), timeZone));
  const [day, setDay] = useState(kept);
  const submit = (event: React.SubmitEvent): void => {
    event.preventDefault();
    onRotate({ overlapSeconds: Number(overlap), ...expiryAfter(apiKey, { kept, day }, timeZone) });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <KeyFailure failure={command.problem} />
        <div>
          <Text fw={600}>{nameOf(apiKey)}</Text>
          <Text>{words.effect}</Text>
        </div>
        <NativeSelect
          label={t('rotate.overlap')}
          value={overlap}
          onChange={(event) => setOverlap(event.currentTarget.value)}
          data={useOverlaps()}
        />
        <ExpiryInput
          latest={latest}
          label={t('rotate.expiresAt')}
          description={useExpiryHint(apiKey, kept)}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={command.pending}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={command.pending}>
            {words.confirmLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The expiry when nothing is changed. */
function useExpiryHint({ expiresAt }: Key, kept: string): string {
  const { t } = useTranslation('keys');
  const form = useTimeForm();
  if (expiresAt === null) return t('rotate.expiryNone');
  if (kept === '') return t('rotate.expiryRenewed');
  return t('rotate.expiryKept', { until: momentText(expiresAt, form) });
}

function useOverlaps(): { value: Overlap; label: string }[] {
  const { t } = useTranslation('keys');
  return [
    { value: '0', label: t('rotate.atOnce') },
    { value: '3600', label: t('rotate.hour') },
    { value: '86400', label: t('rotate.day') },
    { value: '259200', label: t('rotate.threeDays') },
    { value: '604800', label: t('rotate.week') },
  ];
}
