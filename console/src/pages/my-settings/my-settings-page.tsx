import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page';

export default function MySettingsPage() {
  const { t } = useTranslation('my-settings');
  return <Page title={t('title')}>{null}</Page>;
}
