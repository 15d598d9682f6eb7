import { useTranslation } from 'react-i18next';

/** Stands where a page will be while its code or its strings are on their way. */
export function PageLoader() {
  const { t } = useTranslation('shell');
  return (
    <div className="kunci-page-loader">
      <span className="kunci-loader" role="status" aria-label={t('loading')} />
    </div>
  );
}
