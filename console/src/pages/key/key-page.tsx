import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page';

export default function KeyPage() {
  const { t } = useTranslation('key');
  return <Page title={t('title')}>{null}</Page>;
}
