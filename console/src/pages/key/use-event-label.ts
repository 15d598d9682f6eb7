import { useTranslation } from 'react-i18next';

/** Says what happened to a key. An event that is not known yet is said as the API names it. */
export function useEventLabel(): (type: string) => string {
  const { t } = useTranslation('key');
  const labels = new Map([
    ['key.generated', t('event.generated')],
    ['key.updated', t('event.updated')],
    ['key.revealed', t('event.revealed')],
    ['key.rotated', t('event.rotated')],
    ['key.overlap-ended', t('event.overlapEnded')],
    ['key.revoked', t('event.revoked')],
    ['key.deleted', t('event.deleted')],
    ['key.expiring', t('event.expiring')],
  ]);
  return (type) => labels.get(type) ?? type;
}
