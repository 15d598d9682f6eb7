import { Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/use-session';
import { usePlacesIn } from './access';
import { DropMenu } from './drop-menu';

/** The name of the company one acts for; opens its places, and the others one can act for. */
export function CompanyMenu() {
  const { t } = useTranslation('shell');
  const { company, companies } = useSession();
  const places = usePlacesIn('company');
  if (company === null && companies.length === 0) return null;
  const name = (
    <Text component="span" size="md" fw={550} truncate maw={{ base: 110, sm: 200, xl: 320 }}>
      {company?.name ?? t('company.choose')}
    </Text>
  );
  // A menu with nothing in it is no menu.
  if (places.length === 0 && companies.length === 1 && company !== null) return name;
  return (
    <DropMenu
      buttonProps={{
        variant: 'subtle',
        color: 'gray',
        px: 8,
        miw: 0,
        styles: { label: { minWidth: 0 } },
        rightSection: <IconChevronDown size={14} aria-hidden />,
      }}
      widthPx={280}
      items="company"
      label={name}
    />
  );
}
