import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page';

export default function OverviewPage() {
  const { t } = useTranslation('overview');
  return <Page title={t('welcome')}>…</Page>;
}
