import { Paper, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KindOffNotice } from '../../keys/kind-off-notice';
import { useEnding } from '../../keys/use-ending';
import { useProblemText } from '../../i18n/use-problem-text';
import { ErrorState } from '../../patterns/error-state';
import { LoadingState } from '../../patterns/loading-state';
import { Page } from '../../shell/page';
import { CreateNew } from './create-new';
import { RequestExample } from './request-example';
import { useCredential } from './use-credential';
import { useRemovalWords } from './use-removal-words';
import { YourKey } from './your-key';

/** The one key of a company: shown and hidden, removed with the password, created again. */
export default function ApiCredentialsPage() {
  const { t } = useTranslation('api-credentials');
  const textOf = useProblemText();
  const { data, error, refetch } = useCredential();
  const ending = useEnding({ wordsFor: useRemovalWords(data?.count ?? 0) });
  return (
    <Page title={t('title')}>
      <KindOffNotice kind="company" />
      {ending.notice}
      <Stack gap="lg">
        <Paper component="section" withBorder radius="md" p="lg" aria-labelledby="your-api-key">
          <Title order={2} size="h4" id="your-api-key" mb="md">
            {t('yourKey')}
          </Title>
          {data === undefined && error === null && <LoadingState onRetry={() => void refetch()} />}
          {data === undefined && error !== null && (
            <ErrorState onRetry={() => void refetch()}>{textOf(error)}</ErrorState>
          )}
          {data !== undefined && data.key !== null && (
            <YourKey apiKey={data.key} count={data.count} onRemove={(key) => ending.ask(key, 'revoke')} />
          )}
          {data !== undefined && <CreateNew credential={data} onMade={ending.forget} />}
        </Paper>
        <RequestExample />
      </Stack>
      {ending.dialog}
    </Page>
  );
}
