import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page';

export default function UserPage() {
  const { t } = useTranslation('user');
  return <Page title={t('title')}>{null}</Page>;
}
