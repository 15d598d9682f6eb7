import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../i18n/use-problem-text';
import { useKeyRights } from '../../keys/use-key-rights';
import { useRotate } from '../../keys/use-rotate';
import { DangerDialog } from '../../patterns/danger-dialog';
import { type Choice, type Choices, choiceOf } from './choices';
import { KnownTable } from './known-table';
import { Receipts } from './receipts';
import { useSeeingOff } from './use-seeing-off';
import { type KnownKeys, endsWith } from './use-known-keys';

/** One choice for each key; then the person goes, and what was chosen is done. New secrets are made one by one: each has to be handed over. */
export function SeeingOff({ known }: { readonly known: KnownKeys }) {
  const { t } = useTranslation('leaving');
  const { may } = useKeyRights();
  const [chosen, setChosen] = useState<Choices>(new Map());
  const [rotated, setRotated] = useState<readonly string[]>([]);
  // The old secret is what they know: unless something else is chosen, it ends at once.
  const rotation = useRotate({
    overlap: '0',
    onRotated: ({ id }) => setRotated((before) => [...before, id]),
  });
  const off = useSeeingOff(known);
  const { active } = off;
  const rows = active ? known.data : known.data.filter((one) => !endsWith(known, one));
  const toDecide = known.data.filter((one) => !endsWith(known, one));
  const choice = (one: KnownKeys['data'][number]): Choice => choiceOf(one, chosen, may);
  const withChoice = (wanted: Choice) =>
    toDecide.filter((one) => choice(one) === wanted).map(({ key }) => key);
  const choose = (id: string, wanted: Choice): void => setChosen(new Map([...chosen, [id, wanted]]));
  const waiting = withChoice('rotate').filter(({ id }) => !rotated.includes(id));
  return (
    <Stack gap="lg">
      <Receipts done={off.done} rotated={rotated.length} />
      {!active && waiting.length > 0 && <Text fw={550}>{t('waiting', { count: waiting.length })}</Text>}
      <KnownTable
        known={{ ...known, data: rows }}
        active={active}
        choice={choice}
        onChoose={choose}
        onRotate={rotation.ask}
      />
      {known.more && <Text c="dimmed">{t('more')}</Text>}
      <Apply
        off={off}
        known={known}
        ends={{ revoke: withChoice('revoke'), disable: withChoice('disable') }}
        waiting={waiting.length}
      />
      {rotation.dialogs}
      {off.dialog}
    </Stack>
  );
}

interface ApplyProps {
  readonly off: ReturnType<typeof useSeeingOff>;
  readonly known: KnownKeys;
  readonly ends: Parameters<ReturnType<typeof useSeeingOff>['run']>[0];
  readonly waiting: number;
}

/** The button that does it, and the question before. */
function Apply({ off, known: { user }, ends, waiting }: ApplyProps) {
  const { t } = useTranslation('leaving');
  const [asking, setAsking] = useState(false);
  const describeError = useProblemText();
  const count = ends.revoke.length + ends.disable.length;
  if (!off.mayAct || (!off.active && count === 0)) return null;
  const label = off.active ? t('remove', { username: user.username }) : t('apply', { count });
  const sentences = [
    ...(off.active ? [t('effect.remove')] : []),
    ...(ends.revoke.length > 0 ? [t('effect.revoke', { count: ends.revoke.length })] : []),
    ...(ends.disable.length > 0 ? [t('effect.disable', { count: ends.disable.length })] : []),
    ...(off.active && waiting > 0 ? [t('effect.rotate', { count: waiting })] : []),
  ];
  return (
    <Group>
      <Button color="red" variant={off.active ? 'filled' : 'light'} onClick={() => setAsking(true)}>
        {label}
      </Button>
      <DangerDialog
        opened={asking}
        title={off.active ? t('removeTitle') : t('applyTitle')}
        thing={user.username}
        effect={sentences.join(' ')}
        confirmLabel={off.active ? t('removeConfirm') : t('applyConfirm')}
        describeError={describeError}
        onConfirm={async () => {
          await off.run(ends);
          setAsking(false);
        }}
        onClose={() => setAsking(false)}
      />
    </Group>
  );
}
