import { useTranslation } from 'react-i18next';

/** Says what was done to a key when a secret of it was reported: `done` of the event. What is not known yet is shown as it is. */
export function useAfterReport(): (done: string) => string {
  const { t } = useTranslation('keys');
  const words = new Map([
    ['revoked', t('afterReport.revoked')],
    ['disabled', t('afterReport.disabled')],
    ['secret-ended', t('afterReport.secret-ended')],
    ['nothing', t('afterReport.nothing')],
  ]);
  return (done) => words.get(done) ?? done;
}
