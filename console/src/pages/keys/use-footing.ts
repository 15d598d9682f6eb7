import { useTranslation } from 'react-i18next';
import { countText } from '../../patterns/count-text';
import { withFilter } from '../../patterns/filter-params';
import type { Paging } from '../../patterns/pager';
import { useAddressFilters } from '../../patterns/use-address-filters';
import { pageSizes } from './key-filters';
import { useKeyCount } from './use-key-count';
import type { ListedKeys } from './use-listed-keys';

/** Which of how many keys are shown, and how many a page has. */
export function useFooting({ list, limit, filters }: ListedKeys): Pick<Paging, 'told' | 'size'> {
  const { t, i18n } = useTranslation('keys');
  const [, change] = useAddressFilters();
  const count = useKeyCount(filters, !list.loading);
  const size = {
    now: limit,
    sizes: pageSizes,
    onChange: (rows: number) =>
      change((now) => withFilter(now, 'limit', rows === pageSizes[0] ? '' : String(rows))),
  };
  if (count === null || list.rows.length === 0) return { size };
  const number = new Intl.NumberFormat(i18n.language);
  const before = (list.pageNumber - 1) * limit;
  const told = t('footing', {
    from: number.format(before + 1),
    to: number.format(before + list.rows.length),
    total: countText(count, i18n.language),
  });
  return { told, size };
}
