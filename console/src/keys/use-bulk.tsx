import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { answerOf, api, type Schemas } from '../api/client';
import { queryKeys } from '../api/query-keys';
import type { BulkAction, BulkAsked, BulkDone } from './bulk';
import { BulkDialog } from './bulk-dialog';
import { BulkNotice } from './bulk-notice';
import type { Key } from './key';
import { useStepUp } from './use-step-up';

export interface Bulk {
  /** Asks whether to do it to these keys, at most a hundred. */
  readonly ask: (action: BulkAction, keys: readonly Key[]) => void;
  /** To be rendered, once. */
  readonly dialogs: ReactNode;
  /** Says the result for each of them; nothing before. */
  readonly notice: ReactNode;
  readonly forget: () => void;
}

/** Acts on several keys in one request: one question, one proof for all of them, one result for each. */
export function useBulk({ onDone }: { readonly onDone: () => void }): Bulk {
  const queries = useQueryClient();
  const { withProof, dialog } = useStepUp();
  const [asked, setAsked] = useState<BulkAsked | null>(null);
  const [opened, setOpened] = useState(false);
  const [done, setDone] = useState<BulkDone | null>(null);

  async function confirm(reason: string): Promise<void> {
    if (asked === null) return;
    const results = await withProof(targetOf(asked), (headers) =>
      answerOf(api.POST('/api/v1/keys/bulk', { body: bodyOf(asked, reason), headers })),
    );
    if (results === null) return;
    setOpened(false);
    setDone({ ...asked, ...results });
    onDone();
    await Promise.all(
      [queryKeys.keys(), queryKeys.events()].map((queryKey) => queries.invalidateQueries({ queryKey })),
    );
  }

  function ask(action: BulkAction, keys: readonly Key[]): void {
    setDone(null);
    setAsked({ action, keys });
    setOpened(true);
  }

  const dialogs = (
    <>
      {asked !== null && (
        <BulkDialog asked={asked} opened={opened} onConfirm={confirm} onClose={() => setOpened(false)} />
      )}
      {dialog}
    </>
  );
  return { ask, dialogs, notice: <BulkNotice done={done} />, forget: () => setDone(null) };
}

function targetOf({ action, keys }: BulkAsked) {
  // Nobody is asked to prove themselves for disabling.
  return { action: action === 'enable' ? action : 'revoke', ids: idsOf(keys) } as const;
}

function bodyOf({ action, keys }: BulkAsked, reason: string): Schemas['KeyBulk'] {
  const why = action === 'revoke' && reason.trim() !== '' ? { reason: reason.trim() } : {};
  return { action, ids: idsOf(keys), ...why };
}

function idsOf(keys: readonly Key[]): string[] {
  return keys.map(({ id }) => id);
}
