import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page';

export default function PlatformServiceKeysPage() {
  const { t } = useTranslation('platform-service-keys');
  return <Page title={t('title')}>{null}</Page>;
}
