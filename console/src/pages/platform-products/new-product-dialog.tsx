import { Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useCommand } from '../../api/use-command';
import { FormButtons } from '../../forms/form-buttons';
import { FormDialog } from '../../forms/form-dialog';
import { FormFailure } from '../../forms/form-failure';
import { useSendForm } from '../../forms/use-send-form';
import { useUnsavedGuard } from '../../patterns/leave-guard';
import { ProductFields } from './product-fields';
import { newProduct, type ProductValues } from './product-values';

interface NewProductDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Puts a product on sale. */
export function NewProductDialog({ opened, onClose }: NewProductDialogProps) {
  const { t } = useTranslation('platform-products');
  return (
    <FormDialog opened={opened} onClose={onClose} title={t('create.title')} size="lg">
      <NewProductForm onClose={onClose} />
    </FormDialog>
  );
}

function NewProductForm({ onClose }: Pick<NewProductDialogProps, 'onClose'>) {
  const { t } = useTranslation('platform-products');
  const command = useCommand({
    send: (body: ProductValues, { headers }) =>
      answerOf(api.POST('/api/v1/platform/products', { body, headers })),
    refreshes: [queryKeys.platform('products'), queryKeys.permissions()],
    onDone: onClose,
  });
  const { form, submit, field, pending, failure } = useSendForm<ProductValues>({
    command,
    defaultValues: newProduct,
    fieldOf: { 'product-code-taken': 'code' },
  });
  useUnsavedGuard(form.formState.isDirty);
  const suggestCode = (name: string): void => {
    if (!form.getFieldState('code').isTouched) form.setValue('code', codeFrom(name));
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <FormFailure failure={failure} />
        <TextInput
          label={t('name')}
          required
          data-autofocus
          {...field('name')}
          onInput={(event) => suggestCode(event.currentTarget.value)}
        />
        <TextInput
          label={t('code')}
          description={t('create.codeHint')}
          autoCapitalize="none"
          required
          {...field('code')}
        />
        <ProductFields form={form} field={field} known={[]} />
        <FormButtons
          cancelLabel={t('create.cancel')}
          submitLabel={t('create.submit')}
          onCancel={onClose}
          pending={pending}
        />
      </Stack>
    </form>
  );
}

/** `Bank Transfer` becomes `bank-transfer`. */
function codeFrom(name: string): string {
  const words =
    name
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return words.join('-').slice(0, 63).replace(/-$/, '');
}
