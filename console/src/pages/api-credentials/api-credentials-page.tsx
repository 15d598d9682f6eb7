import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page';

export default function ApiCredentialsPage() {
  const { t } = useTranslation('api-credentials');
  return <Page title={t('title')}>{null}</Page>;
}
