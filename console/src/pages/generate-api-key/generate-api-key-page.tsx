import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page';

export default function GenerateApiKeyPage() {
  const { t } = useTranslation('generate-api-key');
  return <Page title={t('title')}>{null}</Page>;
}
