import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useCan } from '../../session/use-can';
import type { KeyFieldsProps } from './key-fields-props';
import { addressesOf } from './key-values';

/** From where the key may be used; the address that one has now is one click away. */
export function AddressField({ form, field }: KeyFieldsProps) {
  const { t } = useTranslation(['key', 'key-form']);
  const own = useOwnAddress();
  const add = (address: string): void => {
    const present = addressesOf(form.getValues('allowedAddresses'));
    if (present.includes(address)) return;
    form.setValue('allowedAddresses', [...present, address].join('\n'), {
      shouldDirty: true,
      shouldValidate: form.formState.isSubmitted,
    });
  };
  return (
    <Stack gap={4}>
      <Textarea
        label={t('key:edit.addresses')}
        description={t('key:edit.addressesHint')}
        autosize
        minRows={2}
        {...field('allowedAddresses')}
      />
      {own !== null && (
        <Group>
          <Button variant="subtle" size="compact-sm" onClick={() => add(own)}>
            {t('key-form:addOwnAddress', { address: own })}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

/** The address of this browser, as the server sees it; null where it is not known. */
function useOwnAddress(): string | null {
  const { readOnly } = useCan();
  const sessions = useQuery({
    queryKey: [...queryKeys.mySessions(), 'current'],
    queryFn: () => answerOf(api.GET('/api/v1/me/sessions', { params: { query: { limit: 100 } } })),
    enabled: !readOnly,
  });
  return sessions.data?.data.find(({ current }) => current)?.address ?? null;
}
