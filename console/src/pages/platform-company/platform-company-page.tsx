import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { isProblem } from '../../api/problem';
import { useProblemText } from '../../i18n/use-problem-text';
import { ErrorState } from '../../patterns/error-state';
import { LoadingState } from '../../patterns/loading-state';
import { Page } from '../../shell/page';
import { CompanyCard } from './company-card';
import { LatestEvents } from './latest-events';
import { People } from './people';
import { usePlatformCompany } from './use-platform-company';

/** One company as operators see it: how it stands, who is in it, and what happened last. */
export default function PlatformCompanyPage() {
  const { t } = useTranslation('platform-company');
  const textOf = useProblemText();
  const { id = '' } = useParams();
  const { data: company, error, refetch } = usePlatformCompany(id);
  const gone = isProblem(error, 'not-found');
  return (
    <Page title={company?.name ?? t('title')} back={{ to: '/platform/companies', label: t('back') }}>
      {company !== undefined && (
        <Stack gap="xl">
          <CompanyCard company={company} />
          <People company={company} />
          <LatestEvents company={company} />
        </Stack>
      )}
      {company === undefined && error === null && <LoadingState />}
      {gone && <Text>{t('gone')}</Text>}
      {company === undefined && error !== null && !gone && (
        <ErrorState onRetry={() => void refetch()}>{textOf(error)}</ErrorState>
      )}
    </Page>
  );
}
