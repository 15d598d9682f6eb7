import { Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../api/use-command';
import { FormButtons } from '../../forms/form-buttons';
import { FormDialog } from '../../forms/form-dialog';
import { FormFailure } from '../../forms/form-failure';
import { useSendForm } from '../../forms/use-send-form';
import { useProblemText } from '../../i18n/use-problem-text';
import { DangerDialog } from '../../patterns/danger-dialog';
import { useUnsavedGuard } from '../../patterns/leave-guard';
import { ProductFields } from './product-fields';
import { type Product, type ProductValues, valuesOf } from './product-values';
import { type Changed, useEditing } from './use-editing';

export interface EditProductDialogProps {
  readonly opened: boolean;
  /** Stays while the dialog closes. */
  readonly product: Product | null;
  /** Told what was changed, and since when. */
  readonly onDone: (changed: Changed) => void;
  readonly onClose: () => void;
}

/** Changes what a product is called, what it protects and who has it. It asks once more before keys lose a permission. */
export function EditProductDialog({ opened, product, onDone, onClose }: EditProductDialogProps) {
  const { t } = useTranslation('platform-products');
  const describeError = useProblemText();
  const { command, held, force, giveUp } = useEditing(product, (changed) => {
    onClose();
    onDone(changed);
  });
  const close = (): void => {
    command.reset();
    onClose();
  };
  return (
    <>
      <FormDialog
        opened={opened}
        onClose={close}
        title={t('edit.title', { name: product?.name ?? '' })}
        size="lg"
      >
        {product !== null && <EditProductForm product={product} command={command} onClose={close} />}
      </FormDialog>
      <DangerDialog
        opened={held !== null}
        title={t('held.title')}
        thing={held?.removed.join(', ') ?? ''}
        effect={t('held.text', { count: held?.keys ?? 0 })}
        confirmLabel={t('held.act')}
        onConfirm={force}
        onClose={giveUp}
        describeError={describeError}
      />
    </>
  );
}

interface EditProductFormProps {
  readonly product: Product;
  readonly command: Command<ProductValues, unknown>;
  readonly onClose: () => void;
}

function EditProductForm({ product, command, onClose }: EditProductFormProps) {
  const { t } = useTranslation('platform-products');
  const { form, submit, field, pending, failure } = useSendForm<ProductValues>({
    command,
    defaultValues: valuesOf(product),
  });
  useUnsavedGuard(form.formState.isDirty);
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <FormFailure failure={failure} />
        <TextInput label={t('name')} required data-autofocus {...field('name')} />
        <ProductFields form={form} field={field} known={product.permissions.map(({ name }) => name)} />
        <FormButtons
          cancelLabel={t('create.cancel')}
          submitLabel={t('edit.submit')}
          onCancel={onClose}
          pending={pending}
        />
      </Stack>
    </form>
  );
}
