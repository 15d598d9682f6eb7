import { Button, Group, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { withFilter } from '../../patterns/filter-params';

/** Says that only one person's keys are listed, as the page of that person links here; and takes the filter away. */
export function OwnerFilter() {
  const { t } = useTranslation('keys');
  const [params, setParams] = useSearchParams();
  if ((params.get('owner') ?? '') === '') return null;
  return (
    <Group gap="sm">
      <Text>{t('filter.oneOwner')}</Text>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconX size={16} aria-hidden />}
        onClick={() => setParams(withFilter(params, 'owner', ''), { replace: true })}
      >
        {t('filter.allOwners')}
      </Button>
    </Group>
  );
}
