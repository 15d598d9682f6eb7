import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page';

export default function RolesPage() {
  const { t } = useTranslation('roles');
  return <Page title={t('title')}>{null}</Page>;
}
