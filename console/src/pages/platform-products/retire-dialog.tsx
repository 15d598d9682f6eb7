import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useProblemText } from '../../i18n/use-problem-text';
import { TypedDangerDialog } from '../../patterns/typed-danger-dialog';
import type { EditProductDialogProps } from './edit-product-dialog';

/** Asks before a product ends in every company, for good. */
export function RetireDialog({ opened, product, onDone, onClose }: EditProductDialogProps) {
  const { t } = useTranslation('platform-products');
  const describeError = useProblemText();
  const queries = useQueryClient();
  const code = product?.code ?? '';
  const retire = async (): Promise<void> => {
    const params = { path: { code } };
    const retired = await answerOf(api.POST('/api/v1/platform/products/{code}/retire', { params }));
    onClose();
    onDone({ how: 'retire', product: retired });
    await queries.invalidateQueries({ queryKey: queryKeys.platform('products') });
  };
  return (
    <TypedDangerDialog
      opened={opened}
      title={t('retire.title')}
      thing={product?.name ?? ''}
      effect={t('retire.text')}
      wanted={code}
      label={t('retire.typed')}
      hint={t('retire.typedHint', { code })}
      mismatch={t('retire.mismatch', { code })}
      confirmLabel={t('retire.act')}
      onConfirm={retire}
      onClose={onClose}
      describeError={describeError}
    />
  );
}
