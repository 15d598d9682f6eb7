import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page';

export default function ApiKeysPage() {
  const { t } = useTranslation('api-keys');
  return <Page title={t('title')}>{null}</Page>;
}
