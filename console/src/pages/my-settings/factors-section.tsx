import { Button, Paper, Stack, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { useProblemText } from '../../i18n/use-problem-text';
import { ErrorState } from '../../patterns/error-state';
import { useMyFactors } from '../../session/use-my-factors';
import { type Change, FactorDialogs, useFactorCommands } from './factor-dialogs';
import { FactorRow } from './factor-row';

/** With what one proves who one is: the password, a PIN, codes from an app. */
export function FactorsSection() {
  const { t } = useTranslation('my-settings');
  const textOf = useProblemText();
  const { data: factors, error, refetch } = useMyFactors();
  const [change, setChange] = useState<Change | null>(null);
  const [done, setDone] = useState<Change | null>(null);
  const open = (what: Change): void => {
    setDone(null);
    setChange(what);
  };
  const finish = (): void => {
    setDone(change);
    setChange(null);
  };
  return (
    <Paper component="section" withBorder p={{ base: 'md', sm: 'lg' }} radius="md">
      <Title order={2} size="h3" mb="md">
        {t('factors')}
      </Title>
      <Stack gap="lg">
        <FactorRow
          title={t('password.title')}
          text={t('password.text')}
          done={done === 'password' ? t('password.done') : null}
        >
          <Button variant="default" onClick={() => open('password')}>
            {t('password.change')}
          </Button>
        </FactorRow>
        <Pin factors={factors} done={done} onOpen={open} />
        <Totp factors={factors} done={done} onOpen={open} />
        {factors === undefined && error !== null && (
          <ErrorState onRetry={() => void refetch()}>{textOf(error)}</ErrorState>
        )}
      </Stack>
      <FactorDialogs change={change} factors={factors} onClose={() => setChange(null)} onDone={finish} />
    </Paper>
  );
}

interface FactorProps {
  /** Undefined until they are known; until then there is nothing to press. */
  readonly factors: Schemas['MyFactors'] | undefined;
  readonly done: Change | null;
  readonly onOpen: (what: Change) => void;
}

function Pin({ factors, done, onOpen }: FactorProps) {
  const { t } = useTranslation('my-settings');
  const acts = useFactorCommands(factors);
  return (
    <FactorRow
      title={t('pin.title')}
      text={t('pin.text')}
      isSetUp={factors?.pin}
      done={done === 'pin' ? t('pin.done') : null}
    >
      {factors !== undefined && (
        <Button variant="default" onClick={() => onOpen('pin')}>
          {acts.pin}
        </Button>
      )}
    </FactorRow>
  );
}

function Totp({ factors, done, onOpen }: FactorProps) {
  const { t } = useTranslation('my-settings');
  const acts = useFactorCommands(factors);
  // The button that removes goes away with what it removed: who pressed it is taken to the one beside it.
  const neighbour = useRef<HTMLButtonElement>(null);
  const isRemoved = factors?.totp === false && done === 'no-totp';
  useEffect(() => {
    if (isRemoved) neighbour.current?.focus();
  }, [isRemoved]);
  return (
    <FactorRow title={t('totp.title')} text={t('totp.text')} isSetUp={factors?.totp} done={useTotpNews(done)}>
      {factors !== undefined && (
        <Button variant="default" onClick={() => onOpen('totp')} ref={neighbour}>
          {acts.totp}
        </Button>
      )}
      {factors?.totp === true && (
        <Button variant="default" onClick={() => onOpen('no-totp')}>
          {t('totp.remove')}
        </Button>
      )}
    </FactorRow>
  );
}

function useTotpNews(done: Change | null): string | null {
  const { t } = useTranslation('my-settings');
  if (done === 'totp') return t('totp.done');
  return done === 'no-totp' ? t('totp.removed') : null;
}
