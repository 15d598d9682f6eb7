import { Badge, Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../api/use-command';
import { useLeave } from '../patterns/leave-guard';
import { switchCompany } from '../session/session';
import { useReplaceSession } from '../session/session-query';
import { useCan } from '../session/use-can';
import { useSession } from '../session/use-session';
import { usePlacesIn } from './access';
import { MenuPlaces } from './menu-places';

/** The places of the company, and the other companies one can act for. */
export function CompanyItems() {
  const { companies } = useSession();
  const places = usePlacesIn('company');
  return (
    <>
      <MenuPlaces places={places} />
      {places.length > 0 && companies.length > 1 && <Menu.Divider />}
      {companies.length > 1 && <Companies />}
    </>
  );
}

function Companies() {
  const { t } = useTranslation('shell');
  const { company, companies } = useSession();
  const { readOnly } = useCan();
  const replaceSession = useReplaceSession();
  const navigate = useNavigate();
  const leave = useLeave();
  const switching = useCommand({
    send: switchCompany,
    onDone: (session) => {
      replaceSession(session);
      void navigate('/');
    },
  });
  return (
    <>
      <Menu.Label>{t('company.switch')}</Menu.Label>
      {companies.map(({ id, name, suspended }) => (
        <Menu.Item
          key={id}
          disabled={switching.pending || readOnly}
          aria-current={id === company?.id}
          onClick={() => id !== company?.id && leave(() => void switching.run(id))}
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
