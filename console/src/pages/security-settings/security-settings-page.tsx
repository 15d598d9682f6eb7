import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page';

export default function SecuritySettingsPage() {
  const { t } = useTranslation('security-settings');
  return <Page title={t('title')}>{null}</Page>;
}
