import { Code, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Closed } from './access';
import { Page } from './page';
import type { Place } from './places';

interface ClosedPlaceProps {
  readonly place: Place;
  readonly because: Closed;
}

/** What stands at a place that one may not go to: why, and who can change that. */
export default function ClosedPlace({ place, because }: ClosedPlaceProps) {
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
