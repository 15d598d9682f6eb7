import { Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { isProblem } from '../../api/problem';
import { useProblemText } from '../../i18n/use-problem-text';
import { useListOfKeys } from '../../keys/came-from';
import type { Key } from '../../keys/key';
import { LeakButton } from '../../keys/leak-button';
import { useEnabling } from '../../keys/use-enabling';
import { useEnding } from '../../keys/use-ending';
import { useKeyName } from '../../keys/use-key-name';
import { TestMark } from '../../keys/test-mark';
import { RefusalsSection } from '../../keys/refusals-section';
import { UsageSection } from '../../keys/usage-section';
import { useRotate } from '../../keys/use-rotate';
import { ErrorState } from '../../patterns/error-state';
import { LoadingState } from '../../patterns/loading-state';
import { Page } from '../../shell/page';
import { useCan } from '../../session/use-can';
import { useSession } from '../../session/use-session';
import { EndSection } from './end-section';
import { History } from './history';
import { KeyActions } from './key-actions';
import { KeyFacts } from './key-facts';
import { Limits } from './limits';
import { KeyOverview } from './key-overview';
import { useKey } from './use-key';

/** All about one key, and all that can be done to it. */
export default function KeyPage() {
  const { t } = useTranslation('key');
  const { id = '' } = useParams();
  const textOf = useProblemText();
  const { data, error, refetch } = useKey(id);
  const list = useListOfKeys();
  if (data !== undefined) return <OneKey apiKey={data} />;
  const gone = isProblem(error, 'not-found');
  return (
    <Page title={t('title')} back={{ to: list, label: t('back') }}>
      {error === null && <LoadingState onRetry={() => void refetch()} />}
      {gone && <Text>{t('gone')}</Text>}
      {error !== null && !gone && <ErrorState onRetry={() => void refetch()}>{textOf(error)}</ErrorState>}
    </Page>
  );
}

function OneKey({ apiKey }: { readonly apiKey: Key }) {
  const { t } = useTranslation('key');
  const { can } = useCan();
  const { user } = useSession();
  const isOwn = apiKey.owner?.id === user.id;
  const seesUsage = can('usage:read') || isOwn;
  const nameOf = useKeyName();
  const ending = useEnding();
  const enabling = useEnabling();
  const rotation = useRotate({ title: t('rotated') });
  return (
    <Page
      title={nameOf(apiKey)}
      mark={<TestMark apiKey={apiKey} />}
      back={{ to: useListOfKeys(), label: t('back') }}
      actions={
        <>
          <LeakButton apiKey={apiKey} ending={ending} />
          <KeyActions
            apiKey={apiKey}
            onRotate={() => rotation.ask(apiKey)}
            onDisable={() => {
              enabling.forget();
              ending.ask(apiKey, 'disable');
            }}
            onEnable={() => {
              ending.forget();
              enabling.ask(apiKey);
            }}
          />
        </>
      }
    >
      {ending.notice}
      {enabling.notice}
      <div className="kunci-two-columns">
        <Stack gap="md" miw={0}>
          <KeyOverview apiKey={apiKey} onEndOverlap={() => ending.ask(apiKey, 'endOverlap')} />
          {seesUsage && <UsageSection keyId={apiKey.id} />}
          {seesUsage && <RefusalsSection keyId={apiKey.id} />}
          {(can('events:read') || isOwn) && <History id={apiKey.id} />}
        </Stack>
        <Paper withBorder p="lg" className="kunci-aside">
          <KeyFacts apiKey={apiKey} />
          <Limits apiKey={apiKey} />
          <EndSection apiKey={apiKey} onEnd={(how) => ending.ask(apiKey, how)} />
        </Paper>
      </div>
      {ending.dialog}
      {enabling.dialogs}
      {rotation.dialogs}
    </Page>
  );
}
