import { Code, List, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../session/use-can';
import { useSession } from '../session/use-session';
import { type Closed, closedBecause } from './access';
import { Page } from './page';
import type { Place } from './places';

/** Shows a place to those who may go there, and the reason to everyone else. */
export function PlaceGuard({ place, children }: { place: Place; children: ReactNode }) {
  const session = useSession();
  const can = useCan();
  const closed = closedBecause(place, session, can);
  return closed === null ? children : <ClosedPlace place={place} because={closed} />;
}

function ClosedPlace({ place, because }: { place: Place; because: Closed }) {
  const { t } = useTranslation('shell');
  return (
    <Page title={t(place.label)}>
      <Text maw="60ch">{useReason(because)}</Text>
      {because === 'not-permitted' && place.anyOf !== undefined && (
        <List>
          {place.anyOf.map((permission) => (
            <List.Item key={permission}>
              <Code>{permission}</Code>
            </List.Item>
          ))}
        </List>
      )}
    </Page>
  );
}

function useReason(because: Closed): string {
  const { t } = useTranslation('shell');
  switch (because) {
    case 'operators-only':
      return t('closed.operatorsOnly');
    case 'no-company':
      return t('closed.noCompany');
    case 'not-permitted':
      return t('closed.notPermitted');
  }
}
