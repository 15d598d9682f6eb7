import { useTranslation } from 'react-i18next';
import { Chips } from '../../patterns/chips';
import { countText } from '../../patterns/count-text';
import { withFilter } from '../../patterns/filter-params';
import { useAddressFilters } from '../../patterns/use-address-filters';
import { askedUsedKeys, useUsedKeyCount } from './use-used-keys';

/** Keys with requests in the time at hand, which come first, and those without. */
export function UsedChips() {
  const { t, i18n } = useTranslation('usage');
  const [params, change] = useAddressFilters();
  const { used } = askedUsedKeys(params);
  const counts = [useUsedKeyCount(true), useUsedKeyCount(false)].map((count) =>
    count === null ? null : countText(count, i18n.language),
  );
  const ask = (value: string): void => change((now) => withFilter(now, 'used', value));
  const [withRequests = null, without = null] = counts;
  return (
    <Chips
      label={t('chip.label')}
      chips={[
        { key: 'with', label: t('chip.used'), count: withRequests, pressed: used, onPress: () => ask('') },
        {
          key: 'without',
          label: t('chip.unused'),
          count: without,
          pressed: !used,
          onPress: () => ask('false'),
        },
      ]}
    />
  );
}
