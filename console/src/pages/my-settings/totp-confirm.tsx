import { Center, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../api/lazy-part';
import { api, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useCommand } from '../../api/use-command';
import { FormFailure } from '../../forms/form-failure';
import { useSendForm } from '../../forms/use-send-form';
import { CopyableText } from '../../patterns/copyable-text';
import { DialogButtons } from './dialog-buttons';
import type { FactorFormProps } from './password-form';

const QrCode = lazyPart(() => import('./qr-code'));

const sizePx = 184;

interface TotpConfirmProps extends FactorFormProps {
  /** What is done here, as the button said. */
  readonly label: string;
  readonly secret: Schemas['TotpSecret'];
}

/** The secret as a QR code and to type, and the first code it makes: only then do codes count. */
export function TotpConfirm({ label, secret, onDone, onClose }: TotpConfirmProps) {
  const { t } = useTranslation('my-settings');
  const command = useCommand({
    send: ({ code }: Schemas['TotpCode']) =>
      api.PUT('/api/v1/me/totp', { body: { code: code.replace(/\s/g, '') } }),
    refreshes: [queryKeys.myFactors()],
    onDone,
  });
  const { submit, field, pending, failure } = useSendForm({
    command,
    defaultValues: { code: '' },
    fieldOf: { 'step-up-failed': 'code', 'factor-locked': 'code' },
  });
  return (
    <form onSubmit={submit} aria-label={label}>
      <Stack gap="md">
        <FormFailure failure={failure} />
        <Text>{t('totp.scan')}</Text>
        <Center>
          <Suspense fallback={<Skeleton height={sizePx} width={sizePx} />}>
            <QrCode value={secret.uri} sizePx={sizePx} title={t('totp.qr')} />
          </Suspense>
        </Center>
        <Text size="sm" component="div">
          {t('totp.orType')} <CopyableText text={secret.secret} what={t('totp.secret')} />
        </Text>
        <TextInput
          label={t('totp.code')}
          description={t('totp.codeHint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          withAsterisk={false}
          autoFocus
          {...field('code')}
        />
        <DialogButtons submitLabel={t('totp.confirm')} pending={pending} onClose={onClose} />
      </Stack>
    </form>
  );
}
