import { Alert, Box, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem';
import type { Schemas } from '../api/client';
import { useSince } from './ended-notice';
import type { BulkDone } from './bulk';
import { useKeyName } from './use-key-name';
import { useKeyProblemText } from './use-key-problem-text';

/** The result for several keys: since when all those that were changed are, and each that was left as it was, with why. */
export function BulkNotice({ done }: { readonly done: BulkDone | null }) {
  const failed = done?.results.flatMap((result) => (result.ok ? [] : [result])) ?? [];
  const Icon = failed.length === 0 ? IconCircleCheck : IconAlertTriangle;
  const title = useTitle();
  const since = useSince();
  return (
    <Box role="status">
      {done !== null && (
        <Alert
          color={failed.length === 0 ? 'green' : 'orange'}
          mb="md"
          icon={<Icon aria-hidden />}
          title={title(done)}
        >
          {done.action !== 'enable' && done.revocation !== undefined && since(done.revocation)}
          {failed.length > 0 && <Failed done={done} failed={failed} />}
        </Alert>
      )}
    </Box>
  );
}

type FailedResult = Extract<Schemas['KeyBulkResult'], { ok: false }>;

function Failed({ done, failed }: { readonly done: BulkDone; readonly failed: readonly FailedResult[] }) {
  const { t } = useTranslation('keys');
  const nameOf = useKeyName();
  const textOf = useKeyProblemText();
  const keys = new Map(done.keys.map((key) => [key.id, key]));
  const named = (id: string): string => {
    const key = keys.get(id);
    return key === undefined ? id : nameOf(key);
  };
  return (
    <>
      <Text size="sm" fw={600}>
        {t('bulk.failed', { count: failed.length })}
      </Text>
      <List size="sm" style={{ overflowWrap: 'anywhere' }}>
        {failed.map(({ id, problem }) => (
          <List.Item key={id}>{`${named(id)}: ${textOf(asProblem(problem))}`}</List.Item>
        ))}
      </List>
    </>
  );
}

/** As if the act had been sent for this key alone. */
function asProblem({ code, status, detail, ...members }: FailedResult['problem']): ApiProblem {
  return new ApiProblem({ code, status, detail, members, errors: [], retryAfterSeconds: null });
}

function useTitle(): (done: BulkDone) => string {
  const { t } = useTranslation('keys');
  return ({ action, results }) => {
    const count = results.filter(({ ok }) => ok).length;
    const titles = {
      revoke: t('bulk.revoked', { count }),
      disable: t('bulk.disabled', { count }),
      enable: t('bulk.enabled', { count }),
    };
    return titles[action];
  };
}
