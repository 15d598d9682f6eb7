import { Fieldset, NativeSelect, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SentForm } from '../../forms/use-send-form';
import type { PolicyValues } from './use-policy-saving';
import type { KeyKind } from '../../session/use-settings';

interface StepUpFieldsProps {
  readonly sent: SentForm<PolicyValues>;
  readonly kind: KeyKind;
}

const actions = [
  { action: 'generate', label: 'stepUp.generate' },
  { action: 'reveal', label: 'stepUp.reveal' },
  { action: 'rotate', label: 'stepUp.rotate' },
  { action: 'revoke', label: 'stepUp.revoke' },
] as const;

/** What people have to prove before each act that matters. */
export function StepUpFields({ sent, kind }: StepUpFieldsProps) {
  const { t } = useTranslation('security-settings');
  const factors = [
    { value: 'none', label: t('stepUp.none') },
    { value: 'password', label: t('stepUp.password') },
    { value: 'pin', label: t('stepUp.pin') },
    { value: 'totp', label: t('stepUp.totp') },
  ];
  return (
    <Fieldset legend={t('stepUp.title')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('stepUp.hint')}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
        {actionsOn(kind).map(({ action, label }) => (
          <NativeSelect
            key={action}
            label={t(label)}
            data={factors}
            {...sent.field(`keys.${kind}.stepUp.${action}`)}
          />
        ))}
      </SimpleGrid>
      <NativeSelect
        mt="sm"
        label={t('machines.label')}
        description={t('machines.hint')}
        data={[
          { value: 'refuse', label: t('machines.refuse') },
          { value: 'exempt', label: t('machines.exempt') },
        ]}
        {...sent.field(`keys.${kind}.machines`)}
      />
    </Fieldset>
  );
}

/** A machine key is shown once. */
function actionsOn(kind: KeyKind) {
  return actions.filter(({ action }) => kind !== 'machine' || action !== 'reveal');
}
