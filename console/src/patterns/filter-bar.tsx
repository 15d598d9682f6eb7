import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterText, type FilterTextProps } from './filter-text';
import { activeFilters, withFilter, withoutFilters } from './filter-params';
import { useAddressFilters } from './use-address-filters';

interface Named {
  /** The name of the parameter in the address. */
  readonly name: string;
  readonly label: string;
}

export type Filter =
  | (Named & {
      readonly type: 'text';
      readonly placeholder?: string;
      readonly intercept?: FilterTextProps['intercept'];
    })
  | (Named & {
      readonly type: 'choice';
      /** What is offered besides "All". */
      readonly options: readonly { readonly value: string; readonly label: string }[];
    })
  | (Named & { readonly type: 'date' })
  /** Sets the parameter to `true`, or takes it away. */
  | (Named & { readonly type: 'flag' });

export interface FilterBarProps {
  /** What is filtered: "Filter the keys". */
  readonly label: string;
  readonly filters: readonly Filter[];
  /** What else decides what the list shows, at the end: its order. */
  readonly children?: ReactNode;
}

/** Filters that live in the address alone: a link to the page is a link to what it shows. */
export function FilterBar({ label, filters, children }: FilterBarProps) {
  const { t } = useTranslation('patterns');
  const [params, change] = useAddressFilters();
  const names = filters.map(({ name }) => name);
  const set = (name: string, value: string) => change((now) => withFilter(now, name, value));

  return (
    <Group role="search" aria-label={label} align="flex-end" gap="sm">
      {filters.map((filter) => (
        <FilterField
          key={filter.name}
          filter={filter}
          value={params.get(filter.name) ?? ''}
          onChange={(value) => set(filter.name, value)}
        />
      ))}
      {activeFilters(params, names).length > 0 && (
        <Button
          variant="subtle"
          leftSection={<IconFilterOff size={18} aria-hidden />}
          onClick={() => change((now) => withoutFilters(now, names))}
        >
          {t('clearFilters')}
        </Button>
      )}
      {children}
    </Group>
  );
}

interface FilterFieldProps {
  readonly filter: Filter;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function FilterField({ filter, value, onChange }: FilterFieldProps) {
  const { t } = useTranslation('patterns');
  const { label } = filter;
  // Wide enough to fill a line of the widest phone.
  const grow = { flex: '1 1 11rem', maxWidth: '26rem' };
  switch (filter.type) {
    case 'text':
      return (
        <FilterText
          label={label}
          placeholder={filter.placeholder}
          value={value}
          onChange={onChange}
          style={grow}
          {...(filter.intercept === undefined ? {} : { intercept: filter.intercept })}
        />
      );
    case 'choice':
      return (
        <NativeSelect
          label={label}
          value={value}
          data={[{ value: '', label: t('all') }, ...filter.options]}
          onChange={(event) => onChange(event.currentTarget.value)}
          style={{ ...grow, flex: '1 1 8rem' }}
        />
      );
    case 'date':
      return (
        <TextInput
          type="date"
          label={label}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          style={grow}
        />
      );
    case 'flag':
      return (
        <Checkbox
          label={label}
          checked={value === 'true'}
          onChange={(event) => onChange(event.currentTarget.checked ? 'true' : '')}
          my={8}
        />
      );
  }
}
