import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SavedNotice } from '../../forms/saved-notice';
import { useProblemText } from '../../i18n/use-problem-text';
import { api } from '../../api/client';
import { isProblem } from '../../api/problem';
import { DangerDialog } from '../../patterns/danger-dialog';
import { Dialog } from '../../patterns/dialog';
import { PasswordForm } from './password-form';
import { PinForm } from './pin-form';
import { TotpForm } from './totp-form';

type Change = 'password' | 'pin' | 'totp' | 'no-totp';

/** With what one proves who one is: the password, a PIN, codes from an app. */
export function FactorsSection() {
  const { t } = useTranslation('my-settings');
  const [change, setChange] = useState<Change | null>(null);
  const [done, setDone] = useState<Change | null>(null);
  const open = (what: Change) => () => {
    setDone(null);
    setChange(what);
  };
  const close = () => setChange(null);
  const finish = () => {
    setDone(change);
    close();
  };
  const forms = { onClose: close, onDone: finish };
  return (
    <Paper component="section" withBorder p={{ base: 'md', sm: 'lg' }} radius="md">
      <Title order={2} size="h3" mb="md">
        {t('factors')}
      </Title>
      <Stack gap="lg">
        <Row
          title={t('password.title')}
          text={t('password.text')}
          done={done === 'password' ? t('password.done') : null}
        >
          <Button variant="default" onClick={open('password')}>
            {t('password.change')}
          </Button>
        </Row>
        <Row title={t('pin.title')} text={t('pin.text')} done={done === 'pin' ? t('pin.done') : null}>
          <Button variant="default" onClick={open('pin')}>
            {t('pin.set')}
          </Button>
        </Row>
        <Row title={t('totp.title')} text={t('totp.text')} done={useTotpNews(done)}>
          <Button variant="default" onClick={open('totp')}>
            {t('totp.setUp')}
          </Button>
          <Button variant="default" onClick={open('no-totp')}>
            {t('totp.remove')}
          </Button>
        </Row>
      </Stack>
      <Dialog opened={change === 'password'} onClose={close} title={t('password.change')}>
        <PasswordForm {...forms} />
      </Dialog>
      <Dialog opened={change === 'pin'} onClose={close} title={t('pin.set')}>
        <PinForm {...forms} />
      </Dialog>
      <Dialog opened={change === 'totp'} onClose={close} title={t('totp.setUp')}>
        <TotpForm {...forms} />
      </Dialog>
      <TotpRemoval opened={change === 'no-totp'} {...forms} />
    </Paper>
  );
}

function useTotpNews(done: Change | null): string | null {
  const { t } = useTranslation('my-settings');
  if (done === 'totp') return t('totp.done');
  return done === 'no-totp' ? t('totp.removed') : null;
}

interface RowProps {
  readonly title: string;
  readonly text: string;
  readonly done: string | null;
  readonly children: ReactNode;
}

function Row({ title, text, done, children }: RowProps) {
  return (
    <Group justify="space-between" align="center" gap="sm">
      <div style={{ flex: '1 1 16rem' }}>
        <Text fw={600}>{title}</Text>
        <Text size="sm" c="dimmed">
          {text}
        </Text>
        <SavedNotice text={done} />
      </div>
      <Group gap="xs">{children}</Group>
    </Group>
  );
}

interface TotpRemovalProps {
  readonly opened: boolean;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function TotpRemoval({ opened, onDone, onClose }: TotpRemovalProps) {
  const { t } = useTranslation('my-settings');
  const textOf = useProblemText();
  return (
    <DangerDialog
      opened={opened}
      title={t('totp.removeTitle')}
      thing={t('totp.title')}
      effect={t('totp.removeEffect')}
      factor="password"
      confirmLabel={t('totp.remove')}
      onConfirm={async (password) => {
        await api.DELETE('/api/v1/me/totp', { body: { password } });
        onDone();
      }}
      onClose={onClose}
      describeError={(error) => (isProblem(error, 'not-found') ? t('totp.notSetUp') : textOf(error))}
    />
  );
}
