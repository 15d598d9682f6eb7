import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { newProductSchema } from '../../../../libs/sdk/schemas';
import { answerOf, api, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useCommand } from '../../api/use-command';
import { FormFailure } from '../../forms/form-failure';
import { useSendForm } from '../../forms/use-send-form';
import { Dialog } from '../../patterns/dialog';
import { type Grant, useGrantText } from './use-grant-text';

interface NewProductDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Puts a product on sale. */
export function NewProductDialog({ opened, onClose }: NewProductDialogProps) {
  const { t } = useTranslation('platform-products');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('create.title')} size="lg">
      <NewProductForm onClose={onClose} />
    </Dialog>
  );
}

function NewProductForm({ onClose }: Pick<NewProductDialogProps, 'onClose'>) {
  const { t } = useTranslation('platform-products');
  const command = useCommand({
    send: (body: Schemas['NewProduct'], { headers }) =>
      answerOf(api.POST('/api/v1/platform/products', { body, headers })),
    refreshes: [queryKeys.platform('products')],
    onDone: onClose,
  });
  const { form, submit, field, pending, failure } = useSendForm<Schemas['NewProduct']>({
    command,
    defaultValues: { name: '', code: '', grants: ['sales-invoices:read'] },
    fieldOf: { 'product-code-taken': 'code' },
  });
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
        <GrantFields value={form.watch('grants')} onChange={(grants) => form.setValue('grants', grants)} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={pending}>
            {t('create.cancel')}
          </Button>
          <Button type="submit" loading={pending}>
            {t('create.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface GrantFieldsProps {
  readonly value: readonly Grant[];
  readonly onChange: (grants: Grant[]) => void;
}

function GrantFields({ value, onChange }: GrantFieldsProps) {
  const { t } = useTranslation('platform-products');
  const grantText = useGrantText();
  return (
    <Checkbox.Group
      label={t('grants')}
      description={t('create.grantsHint')}
      value={[...value]}
      onChange={(chosen) => onChange(grantable.filter((grant) => chosen.includes(grant)))}
    >
      <Stack gap="xs" mt="xs">
        {grantable.map((grant) => (
          <Checkbox key={grant} value={grant} label={grantText(grant)} description={grant} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

/** As the API takes them. */
const grantable: readonly Grant[] = newProductSchema.shape.grants.def.element.options;

/** `Bank Transfer` becomes `bank-transfer`. */
function codeFrom(name: string): string {
  const words =
    name
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return words.join('-').slice(0, 63).replace(/-$/, '');
}
