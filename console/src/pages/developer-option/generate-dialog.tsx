import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { CreateKeyForm } from '../../keys/create-key-form';
import { useGenerate } from '../../keys/use-generate';
import { useKeyPolicy } from '../../keys/use-key-policy';
import { FormDialog } from '../../forms/form-dialog';

export interface GenerateDialogProps {
  readonly product: Schemas['Product'];
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Generate › confirm › PIN › the key, which is active immediately. */
export function GenerateDialog({ product, opened, onClose }: GenerateDialogProps) {
  const { t } = useTranslation('developer-option');
  const isNameWanted = useKeyPolicy('product')?.nameRequired === true;
  const { command, dialogs } = useGenerate({
    kind: 'product',
    product: product.code,
    owner: product.name,
    title: t('generate.made'),
    onMade: onClose,
    note: ({ recoverable }) => (
      <Text size="sm">{recoverable ? t('generate.active') : t('generate.activeOnce')}</Text>
    ),
  });
  const close = (): void => {
    command.reset();
    onClose();
  };
  return (
    <>
      <FormDialog opened={opened} onClose={close} title={t('generate.title')}>
        <Text mb="md">{t('generate.text', { product: product.name })}</Text>
        <CreateKeyForm
          kind="product"
          product={product.code}
          command={command}
          nameLabel={isNameWanted ? t('generate.name') : t('generate.nameOptional')}
          submitLabel={t('generate.confirm')}
          onCancel={close}
        />
      </FormDialog>
      {dialogs}
    </>
  );
}
