import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page';

export default function AuditTrailPage() {
  const { t } = useTranslation('audit-trail');
  return <Page title={t('title')}>{null}</Page>;
}
