import { useTranslation } from 'react-i18next';
import { countText } from '../../patterns/count-text';
import { useKeyCount } from './use-key-count';

/** How many keys work, of how many there are; before that is known, what the page is for. */
export function ActiveOf({ counted }: { readonly counted: boolean }) {
  const { t, i18n } = useTranslation('keys');
  const all = useKeyCount({}, counted);
  const active = useKeyCount({ status: 'active' }, counted);
  if (all === null || active === null) return t('description');
  return t('activeOf', {
    active: countText(active, i18n.language),
    total: countText(all, i18n.language),
  });
}
