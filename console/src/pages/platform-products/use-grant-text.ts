import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';

export type Grant = Schemas['PlatformProduct']['grants'][number];

/** What a key for a product may do, in words. */
export function useGrantText(): (grant: Grant) => string {
  const { t } = useTranslation('platform-products');
  const texts: Readonly<Record<Grant, string>> = {
    'sales-invoices:read': t('may.readInvoices'),
    'sales-invoices:create': t('may.createInvoices'),
    'keys:verify': t('may.verifyKeys'),
  };
  return (grant) => texts[grant];
}
