import { Badge, Button, Menu, Text } from '@mantine/core';
import { IconBuilding, IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '../api/use-act';
import { switchCompany } from '../session/session';
import { useReplaceSession } from '../session/session-query';
import { useSession } from '../session/use-session';
import { usePlacesIn } from './access';
import { MenuPlaces } from './menu-places';

/** The name of the company one acts for; opens its places, and the others one can act for. */
export function CompanyMenu() {
  const { t } = useTranslation('shell');
  const { company, companies } = useSession();
  const places = usePlacesIn('company');
  if (company === null && companies.length === 0) return null;
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          px={{ base: 6, sm: 'xs' }}
          miw={0}
          styles={{ label: { minWidth: 0 } }}
          leftSection={<IconBuilding size={18} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          <Text component="span" size="sm" fw={600} truncate maw={{ base: 110, sm: 200 }}>
            {company?.name ?? t('company.choose')}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <MenuPlaces places={places} />
        {companies.length > 1 && <Companies />}
        {companies.length <= 1 && places.length === 0 && <Menu.Label>{t('company.onlyThis')}</Menu.Label>}
      </Menu.Dropdown>
    </Menu>
  );
}

function Companies() {
  const { t } = useTranslation('shell');
  const { company, companies } = useSession();
  const replaceSession = useReplaceSession();
  const navigate = useNavigate();
  const switching = useAct({
    act: switchCompany,
    onDone: (session) => {
      replaceSession(session);
      void navigate('/');
    },
  });
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{t('company.switch')}</Menu.Label>
      {companies.map(({ id, name, suspended }) => (
        <Menu.Item
          key={id}
          disabled={switching.pending}
          aria-current={id === company?.id}
          onClick={() => void (id === company?.id ? undefined : switching.run(id))}
          rightSection={id === company?.id ? <IconCheck size={16} aria-hidden /> : null}
        >
          {name}
          {suspended && (
            <Badge color="red" variant="light" ml="xs" tt="none">
              {t('company.suspended')}
            </Badge>
          )}
        </Menu.Item>
      ))}
    </>
  );
}
