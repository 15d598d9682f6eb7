import { Button, Group, Stack } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { FilterBar } from '../../patterns/filter-bar';
import { withFilter } from '../../patterns/filter-params';
import { companyEventTypes } from './company-event-types';
import { nameOnPage, shortened } from './name-in-log';
import type { TrailEvent } from './trail-event';
import { useNameToday } from './use-name-today';
import { useTypeLabel } from './use-type-label';

export interface FiltersProps {
  /** What they leave, as far as it is shown. */
  readonly events: readonly TrailEvent[];
}

/** What is looked for. By whom and to what it was done is chosen at an event; here it can be taken away again. */
export function Filters({ events }: FiltersProps) {
  const { t } = useTranslation('audit-trail');
  const labelOf = useTypeLabel();
  // Those of business modules are known once they are met.
  const types = new Set([...companyEventTypes, ...events.map(({ type }) => type)]);
  const options = [...types]
    .map((type) => ({ value: type, label: labelOf(type) }))
    .sort((one, other) => one.label.localeCompare(other.label));
  return (
    <Stack gap="sm">
      <FilterBar
        label={t('filter.label')}
        filters={[
          { type: 'choice', name: 'type', label: t('filter.type'), options },
          { type: 'date', name: 'from', label: t('filter.from') },
          { type: 'date', name: 'to', label: t('filter.to') },
        ]}
      />
      <Narrowed events={events} />
    </Stack>
  );
}

function Narrowed({ events }: FiltersProps) {
  const { t } = useTranslation('audit-trail');
  const [params, setParams] = useSearchParams();
  const without = (name: string) => () => setParams(withFilter(params, name, ''), { replace: true });
  const actor = params.get('actor');
  const target = params.get('target');
  const actorName = useNameOf(actor, events);
  const targetName = useNameOf(target, events);
  if (actor === null && target === null) return null;
  const icon = <IconX size={16} aria-hidden />;
  return (
    <Group gap="xs">
      {actor !== null && (
        <Button size="xs" variant="light" rightSection={icon} onClick={without('actor')}>
          {t('filter.byNow', { name: actorName })}
        </Button>
      )}
      {target !== null && (
        <Button size="xs" variant="light" rightSection={icon} onClick={without('target')}>
          {t('filter.aboutNow', { name: targetName })}
        </Button>
      )}
    </Group>
  );
}

/** What the one is called whom the list is narrowed to: as its rows say. */
function useNameOf(id: string | null, events: readonly TrailEvent[]): string {
  const onPage = id === null ? null : nameOnPage(events, id);
  const target = events.find((event) => event.target.id === id)?.target ?? null;
  const today = useNameToday(onPage === null ? target : null);
  return onPage ?? today ?? shortened(id ?? '');
}
