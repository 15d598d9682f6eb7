import { Button, Group, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { withFilter } from '../../patterns/filter-params';
import { useAddressFilters } from '../../patterns/use-address-filters';

/** Filters that other pages link here with: nobody types an id. Each says what it leaves, and is taken away. */
export function LinkedFilters() {
  const { t } = useTranslation('keys');
  const [params] = useAddressFilters();
  const value = (name: string): string => params.get(name) ?? '';
  const told = [
    { name: 'owner', said: t('filter.oneOwner'), off: t('filter.allOwners') },
    { name: 'createdBy', said: t('filter.oneMaker'), off: t('filter.allMakers') },
    {
      name: 'permission',
      said: t('filter.onePermission', { permission: value('permission') }),
      off: t('filter.allPermissions'),
    },
  ].filter(({ name }) => value(name) !== '');
  if (told.length === 0) return null;
  return (
    <Stack gap="xs">
      {told.map((filter) => (
        <LinkedFilter key={filter.name} {...filter} />
      ))}
    </Stack>
  );
}

interface LinkedFilterProps {
  readonly name: string;
  readonly said: string;
  readonly off: string;
}

function LinkedFilter({ name, said, off }: LinkedFilterProps) {
  const [, change] = useAddressFilters();
  return (
    <Group gap="sm">
      <Text style={{ overflowWrap: 'anywhere' }}>{said}</Text>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconX size={16} aria-hidden />}
        onClick={() => change((now) => withFilter(now, name, ''))}
      >
        {off}
      </Button>
    </Group>
  );
}
