import { useTranslation } from 'react-i18next';

/** Says how long a window of a rate limit is: "minute", or "90 seconds" where no unit fits. */
export function useWindowText(): (seconds: number) => string {
  const { t } = useTranslation('key');
  const units = new Map([
    [1, t('window.second')],
    [60, t('window.minute')],
    [3_600, t('window.hour')],
    [86_400, t('window.day')],
  ]);
  return (seconds) => units.get(seconds) ?? t('window.seconds', { seconds });
}
