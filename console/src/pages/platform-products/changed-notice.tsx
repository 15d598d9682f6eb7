import { Alert, Box } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLaterTime } from '../../keys/ended-notice';
import type { Changed } from './use-editing';

/** Says that a product was changed or retired, and since when that is so everywhere: the receipt of the server. */
export function ChangedNotice({ changed }: { readonly changed: Changed | null }) {
  const { t } = useTranslation('platform-products');
  const laterTime = useLaterTime();
  const titleOf = ({ how, product }: Changed): string =>
    how === 'edit' ? t('edit.done', { name: product.name }) : t('retire.done', { name: product.name });
  const receiptOf = ({ product: { revocation } }: Changed): string => {
    const time = laterTime(revocation);
    return time === null ? t('receipt.everywhere') : t('receipt.by', { time });
  };
  return (
    <Box role="status">
      {changed !== null && (
        <Alert color="green" mb="md" icon={<IconCircleCheck aria-hidden />} title={titleOf(changed)}>
          {receiptOf(changed)}
        </Alert>
      )}
    </Box>
  );
}
