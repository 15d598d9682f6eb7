import { NativeSelect, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import type { Command } from '../../api/use-command';
import { FormButtons } from '../../forms/form-buttons';
import { FormFailure } from '../../forms/form-failure';
import { useSendForm } from '../../forms/use-send-form';
import { readCatalogue } from '../../keys/read-products';

export interface NewServiceKeyFormProps {
  readonly command: Command<Schemas['NewServiceKey'], unknown>;
  readonly onCancel: () => void;
}

/** What the key is called, and whose keys it is to verify. */
export function NewServiceKeyForm({ command, onCancel }: NewServiceKeyFormProps) {
  const { t } = useTranslation('platform-service-keys');
  const products = useQuery({
    queryKey: queryKeys.platform('products', 'all'),
    queryFn: readCatalogue,
  });
  const { submit, field, pending, failure } = useSendForm({
    command,
    defaultValues: { name: '', product: '' },
  });
  const options = (products.data ?? []).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <FormFailure failure={failure ?? products.error} />
        <TextInput
          label={t('name')}
          description={t('create.nameHint')}
          required
          data-autofocus
          {...field('name')}
        />
        <NativeSelect
          label={t('product')}
          description={t('create.productHint')}
          required
          data={[{ value: '', label: t('create.choose'), disabled: true }, ...options]}
          {...field('product')}
        />
        <FormButtons
          cancelLabel={t('create.cancel')}
          submitLabel={t('create.submit')}
          onCancel={onCancel}
          pending={pending}
        />
      </Stack>
    </form>
  );
}
