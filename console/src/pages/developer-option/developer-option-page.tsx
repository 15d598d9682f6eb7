import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page';

export default function DeveloperOptionPage() {
  const { t } = useTranslation('developer-option');
  return <Page title={t('title')}>{null}</Page>;
}
