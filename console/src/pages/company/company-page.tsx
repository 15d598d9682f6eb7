import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../i18n/use-problem-text';
import { ErrorState } from '../../patterns/error-state';
import { LoadingState } from '../../patterns/loading-state';
import { useCompany } from '../../session/use-company';
import { useCan } from '../../session/use-can';
import { Page } from '../../shell/page';
import { Products } from './products';
import { Profile } from './profile';
import { Standing } from './standing';

/** What the company is called, how it stands with the platform, and the products it has or wants. */
export default function CompanyPage() {
  const { t } = useTranslation('company');
  const { can } = useCan();
  const textOf = useProblemText();
  const { data: company, error, refetch } = useCompany();
  return (
    <Page title={t('title')} description={t('description')}>
      {company === undefined && error === null && <LoadingState />}
      {company === undefined && error !== null && (
        <ErrorState onRetry={() => void refetch()}>{textOf(error)}</ErrorState>
      )}
      {company !== undefined && (
        <Stack gap="xl">
          <Standing company={company} />
          <Profile company={company} />
          {can('products:read') && <Products />}
        </Stack>
      )}
    </Page>
  );
}
