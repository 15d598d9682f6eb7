import { useTranslation } from 'react-i18next';

/** The first stop of the Tab key: past the top bar. */
export function SkipLink() {
  const { t } = useTranslation('shell');
  return (
    <a className="kunci-skip-link" href="#main">
      {t('skipToContent')}
    </a>
  );
}
