import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Chips } from '../../patterns/chips';
import { countText } from '../../patterns/count-text';
import { withFilter } from '../../patterns/filter-params';
import { useAddressFilters } from '../../patterns/use-address-filters';
import { filtersIn, type KeyFilters } from './key-filters';
import { useKeyCount } from './use-key-count';

/** What each chip asks for. The days of the first are those after which a key is marked as expiring soon. */
const presets = {
  all: {},
  expiring: { expiresWithinDays: 14 },
  failing: { failing: 'true' },
  unused: { unusedDays: 90 },
  makerLeft: { makerLeft: 'true' },
  test: { environment: 'test' },
  disabled: { status: 'disabled' },
  revoked: { status: 'revoked' },
} as const satisfies Readonly<Record<string, KeyFilters>>;

type Preset = keyof typeof presets;

const labels = {
  all: 'chip.all',
  expiring: 'chip.expiring',
  failing: 'chip.failing',
  unused: 'chip.unused',
  makerLeft: 'chip.makerLeft',
  test: 'chip.test',
  disabled: 'chip.disabled',
  revoked: 'chip.revoked',
} as const satisfies Readonly<Record<Preset, string>>;

// A cast: Object.keys knows no literal types.
const names = Object.keys(presets) as Preset[];

/** What the chips decide. Pressing one takes away what another one set. */
const decided = ['expiresWithinDays', 'failing', 'unusedDays', 'makerLeft', 'environment', 'status'] as const;

/** The lists that one asks for most. @param counted false until the list itself is there. */
export function KeyChips({ counted }: { readonly counted: boolean }) {
  const { t, i18n } = useTranslation('keys');
  const [params, change] = useAddressFilters();
  const counts = useCounts(counted);
  // Where there is no key at all, there is nothing to choose from.
  const shown = names.filter((name) => counts.all?.total !== 0 || name === 'all' || isPressed(name, params));
  return (
    <Chips
      label={t('chip.label')}
      chips={shown.map((name) => ({
        key: name,
        label: t(labels[name]),
        count: counts[name] === null ? null : countText(counts[name], i18n.language),
        pressed: isPressed(name, params),
        onPress: () => change((now) => withPreset(now, name)),
      }))}
    />
  );
}

function useCounts(counted: boolean) {
  const [params] = useSearchParams();
  // Within what else is asked for, except what is typed: each letter would count everything again.
  const { kind, product, owner, createdBy } = filtersIn(params);
  const within = { kind, product, owner, createdBy };
  const base = Object.fromEntries(Object.entries(within).filter(([, value]) => value !== undefined));
  return {
    all: useKeyCount({ ...base, ...presets.all }, counted),
    expiring: useKeyCount({ ...base, ...presets.expiring }, counted),
    failing: useKeyCount({ ...base, ...presets.failing }, counted),
    unused: useKeyCount({ ...base, ...presets.unused }, counted),
    makerLeft: useKeyCount({ ...base, ...presets.makerLeft }, counted),
    test: useKeyCount({ ...base, ...presets.test }, counted),
    disabled: useKeyCount({ ...base, ...presets.disabled }, counted),
    revoked: useKeyCount({ ...base, ...presets.revoked }, counted),
  };
}

function isPressed(name: Preset, params: URLSearchParams): boolean {
  const wanted: Readonly<Record<string, string | number>> = presets[name];
  return decided.every((each) => (params.get(each) ?? '') === String(wanted[each] ?? ''));
}

function withPreset(params: URLSearchParams, name: Preset): URLSearchParams {
  const wanted: Readonly<Record<string, string | number>> = presets[name];
  return decided.reduce((left, each) => withFilter(left, each, String(wanted[each] ?? '')), params);
}
