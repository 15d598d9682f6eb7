import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import type { BulkAction, BulkDone } from '../../keys/bulk';
import type { Key } from '../../keys/key';
import { useStepUp } from '../../keys/use-step-up';
import { useSession } from '../../session/use-session';
import type { KnownKeys } from './use-known-keys';

/** What has been done so far. */
export interface Done {
  /** That the person was removed. */
  readonly removal: Schemas['Revocation'] | null;
  readonly bulks: readonly BulkDone[];
}

/** The keys that end, for now or for good. */
export type Ends = Readonly<Record<'revoke' | 'disable', readonly Key[]>>;

/** Removes the person if they are a member still, and then ends keys: so they cannot look at them again meanwhile. */
export function useSeeingOff({ user }: KnownKeys) {
  const queries = useQueryClient();
  const isMe = useSession().user.id === user.id;
  const [done, setDone] = useState<Done>({ removal: null, bulks: [] });
  const active = user.active && done.removal === null;
  const { end, dialog } = useEndingKeys(user.username, (bulk) =>
    setDone((before) => ({ ...before, bulks: [...before.bulks, bulk] })),
  );

  async function remove(): Promise<void> {
    const path = { id: user.id };
    const { revocation: removal } = await answerOf(api.DELETE('/api/v1/users/{id}', { params: { path } }));
    setDone((before) => ({ ...before, removal }));
    queries.removeQueries({ queryKey: queryKeys.users() });
  }

  async function run({ revoke, disable }: Ends): Promise<void> {
    if (active) await remove();
    try {
      await end('revoke', revoke);
      await end('disable', disable);
    } finally {
      const stale = [queryKeys.keys(), queryKeys.events()];
      await Promise.all(stale.map((queryKey) => queries.invalidateQueries({ queryKey })));
    }
  }

  return { active, mayAct: !isMe, done, run, dialog };
}

/** Ends keys together, by one proof. @param onDone gets the result for each of them. */
function useEndingKeys(username: string, onDone: (bulk: BulkDone) => void) {
  const { t } = useTranslation('leaving');
  const { withProof, dialog } = useStepUp();

  async function end(action: BulkAction, keys: readonly Key[]): Promise<void> {
    if (keys.length === 0) return;
    const ids = keys.map(({ id }) => id);
    const why = action === 'revoke' ? { reason: t('reason', { username }).slice(0, 200) } : {};
    const results = await withProof({ action: 'revoke', ids }, (headers) =>
      answerOf(api.POST('/api/v1/keys/bulk', { body: { action, ids, ...why }, headers })),
    );
    if (results !== null) onDone({ action, keys, ...results });
  }

  return { end, dialog };
}
