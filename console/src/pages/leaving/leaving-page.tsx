import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { isProblem } from '../../api/problem';
import { useProblemText } from '../../i18n/use-problem-text';
import { ErrorState } from '../../patterns/error-state';
import { LoadingState } from '../../patterns/loading-state';
import { Page } from '../../shell/page';
import { SeeingOff } from './seeing-off';
import { useKnownKeys } from './use-known-keys';

/** The keys that a person knows, and what to do with them when the person leaves, or has left. */
export default function LeavingPage() {
  const { t } = useTranslation('leaving');
  const textOf = useProblemText();
  const { id = '' } = useParams();
  const { data: known, error, refetch } = useKnownKeys(id);
  const gone = isProblem(error, 'not-found');
  const title = known === undefined ? t('title') : t('titleOf', { username: known.user.username });
  return (
    <Page title={title} description={t('description')} back={{ to: '/users', label: t('back') }}>
      {known !== undefined && <SeeingOff key={id} known={known} />}
      {known === undefined && error === null && <LoadingState onRetry={() => void refetch()} />}
      {gone && <Text>{t('gone')}</Text>}
      {known === undefined && error !== null && !gone && (
        <ErrorState onRetry={() => void refetch()}>{textOf(error)}</ErrorState>
      )}
    </Page>
  );
}
