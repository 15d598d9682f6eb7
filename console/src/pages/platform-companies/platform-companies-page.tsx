import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page';

export default function PlatformCompaniesPage() {
  const { t } = useTranslation('platform-companies');
  return <Page title={t('title')}>{null}</Page>;
}
