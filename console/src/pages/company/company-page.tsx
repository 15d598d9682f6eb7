import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page';

export default function CompanyPage() {
  const { t } = useTranslation('company');
  return <Page title={t('title')}>{null}</Page>;
}
