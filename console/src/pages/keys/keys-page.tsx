import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page';

export default function KeysPage() {
  const { t } = useTranslation('keys');
  return <Page title={t('title')}>{null}</Page>;
}
