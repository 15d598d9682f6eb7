import { Checkbox, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useController, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import type { Command } from '../../api/use-command';
import { FormButtons } from '../../forms/form-buttons';
import { FormFailure } from '../../forms/form-failure';
import { type SentForm, useSendForm } from '../../forms/use-send-form';
import { latestExpiry } from '../../keys/expiry-day';
import { ExpiryField } from '../../keys/expiry-field';
import { useTimeZone } from '../../patterns/time-zone';
import { readCatalogue } from '../../keys/read-products';
import { bodyOf, everyProduct, maxDays, newServiceKey, type ServiceKeyValues } from './service-key-values';
import { useMayWords } from './use-may-words';

export interface NewServiceKeyFormProps {
  readonly command: Command<Schemas['NewServiceKey'], unknown>;
  readonly onCancel: () => void;
}

type FieldsProps = Pick<SentForm<ServiceKeyValues>, 'form' | 'field'>;

/** What the key is called, what its service may do with it, for which product and gateway, from where and until when. */
export function NewServiceKeyForm({ command, onCancel }: NewServiceKeyFormProps) {
  const { t } = useTranslation('platform-service-keys');
  const [openedAt] = useState(() => new Date());
  const timeZone = useTimeZone();
  const latest = { maxDays, at: latestExpiry(openedAt, maxDays) };
  const { form, submit, field, pending, failure } = useSendForm<ServiceKeyValues>({
    command: { ...command, run: (values) => command.run(bodyOf(values, timeZone)) },
    defaultValues: newServiceKey,
  });
  const expiresAt = useWatch({ control: form.control, name: 'expiresAt' });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <FormFailure failure={failure} />
        <TextInput
          label={t('name')}
          description={t('create.nameHint')}
          required
          data-autofocus
          {...field('name')}
        />
        <ProductField form={form} field={field} />
        <MayFields form={form} />
        <Textarea
          label={t('create.addresses')}
          description={t('create.addressesHint')}
          autosize
          minRows={2}
          {...field('allowedAddresses')}
        />
        <Textarea
          label={t('create.gateway')}
          description={t('create.gatewayHint')}
          autosize
          minRows={1}
          {...field('gateway')}
        />
        <ExpiryField
          latest={latest}
          label={t('create.expiresAt')}
          chosen={expiresAt}
          onPick={(day) => form.setValue('expiresAt', day, { shouldDirty: true })}
          {...field('expiresAt')}
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

function ProductField({ field }: FieldsProps) {
  const { t } = useTranslation('platform-service-keys');
  const products = useQuery({ queryKey: queryKeys.platform('products', 'all'), queryFn: readCatalogue });
  const options = (products.data ?? []).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <>
      <FormFailure failure={products.error} />
      <NativeSelect
        label={t('product')}
        description={t('create.productHint')}
        required
        data={[
          { value: '', label: t('create.choose'), disabled: true },
          ...options,
          { value: everyProduct, label: t('create.everyProduct') },
        ]}
        {...field('product')}
      />
    </>
  );
}

function MayFields({ form }: Pick<FieldsProps, 'form'>) {
  const { t } = useTranslation('platform-service-keys');
  const words = useMayWords();
  const { field, fieldState } = useController({ control: form.control, name: 'permissions' });
  return (
    <Checkbox.Group
      label={t('may')}
      error={fieldState.error?.message}
      value={field.value}
      onChange={field.onChange}
    >
      <Stack gap="xs" mt="xs">
        {words.map(({ name, label, hint }) => (
          <Checkbox key={name} value={name} label={label} description={hint} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
