import { Checkbox, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useCommand } from '../../api/use-command';
import { FormButtons } from '../../forms/form-buttons';
import { FormFailure } from '../../forms/form-failure';
import { useSendForm } from '../../forms/use-send-form';
import { useProblemText } from '../../i18n/use-problem-text';
import { Dialog } from '../../patterns/dialog';
import { ErrorState } from '../../patterns/error-state';
import { LoadingState } from '../../patterns/loading-state';
import type { PermissionEntry, PermissionGroup } from '../../permissions/permission-groups';
import { usePermissionGroups } from '../../permissions/use-permission-groups';

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
    defaultValues: { name: '', code: '', grants: [] },
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

interface GrantFieldsProps {
  readonly value: readonly string[];
  readonly onChange: (grants: string[]) => void;
}

function GrantFields({ value, onChange }: GrantFieldsProps) {
  const { t } = useTranslation('platform-products');
  const textOf = useProblemText();
  const { groups, error, refetch } = usePermissionGroups(isGrantable);
  return (
    <Checkbox.Group
      label={t('grants')}
      description={t('create.grantsHint')}
      value={[...value]}
      onChange={onChange}
    >
      {error !== null && <ErrorState onRetry={refetch}>{textOf(error)}</ErrorState>}
      {error === null && groups === undefined && <LoadingState />}
      <Grants groups={groups ?? []} />
    </Checkbox.Group>
  );
}

function Grants({ groups }: { readonly groups: readonly PermissionGroup[] }) {
  return (
    <Stack gap="xs" mt="xs">
      {groups.flatMap((group) =>
        group.permissions.map(({ name, label }) => (
          <Checkbox key={name} value={name} label={`${group.label}: ${label}`} description={name} />
        )),
      )}
    </Stack>
  );
}

function isGrantable({ kinds }: PermissionEntry): boolean {
  return kinds.includes('product');
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
