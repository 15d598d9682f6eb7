import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page';

export default function PlatformProductsPage() {
  const { t } = useTranslation('platform-products');
  return <Page title={t('title')}>{null}</Page>;
}
