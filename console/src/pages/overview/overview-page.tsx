import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/use-can';
import { useSession } from '../../session/use-session';
import { Page } from '../../shell/page';
import { CompanyStanding } from './company-standing';
import { KeyCounts } from './key-counts';
import { LatestEvents } from './latest-events';
import { Shortcuts } from './shortcuts';
import { Checklist } from './checklist';
import { mayReadKeys } from './use-latest-use';
import { Today } from './today';
import { WaitingCompanies } from './waiting-companies';

/** What there is, at a glance, and what to do next. */
export default function OverviewPage() {
  const { t } = useTranslation('overview');
  const { company, operator } = useSession();
  const { can, canAny } = useCan();
  const title = company?.name ?? t('title');
  return (
    <Page
      title={title}
      description={operator ? t('operator') : company === null ? t('noCompany') : undefined}
    >
      <Stack gap="xl">
        {company !== null && <CompanyStanding />}
        {operator && <WaitingCompanies />}
        {company !== null && (
          <div>
            <Checklist />
            <Today />
          </div>
        )}
        {company !== null && canAny(mayReadKeys) && <KeyCounts />}
        {company !== null && can('events:read') && <LatestEvents />}
        <Shortcuts />
      </Stack>
    </Page>
  );
}
