import { Button, Group, Stack } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { FilterBar } from '../../patterns/filter-bar';
import { withFilter } from '../../patterns/filter-params';
import { eventTypes, typeLabels } from './event-types';
import { useNames } from './use-names';

/** What is looked for. By whom and to what it was done is chosen at an event; here it can be taken away again. */
export function Filters() {
  const { t } = useTranslation('audit-trail');
  const options = eventTypes
    .map((type) => ({ value: type, label: t(typeLabels[type]) }))
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
      <Narrowed />
    </Stack>
  );
}

function Narrowed() {
  const { t } = useTranslation('audit-trail');
  const [params, setParams] = useSearchParams();
  const nameOf = useNames();
  const without = (name: string) => () => setParams(withFilter(params, name, ''), { replace: true });
  const actor = params.get('actor');
  const target = params.get('target');
  if (actor === null && target === null) return null;
  const icon = <IconX size={16} aria-hidden />;
  return (
    <Group gap="xs">
      {actor !== null && (
        <Button size="xs" variant="light" rightSection={icon} onClick={without('actor')}>
          {t('filter.byNow', { name: nameOf(actor) })}
        </Button>
      )}
      {target !== null && (
        <Button size="xs" variant="light" rightSection={icon} onClick={without('target')}>
          {t('filter.aboutNow', { name: nameOf(target) })}
        </Button>
      )}
    </Group>
  );
}
