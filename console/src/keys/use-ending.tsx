import { type ReactNode, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import { queryKeys } from '../api/query-keys';
import type { Factor } from '../patterns/proof-refusal';
import { EndDialog } from './end-dialog';
import { EndedNotice } from './ended-notice';
import type { Ended, Ending, EndingAsked, EndingWords } from './ending';
import type { Key } from './key';
import { useKeyPolicy } from './use-key-policy';
import { factorWanted, prove } from './use-step-up';

export interface KeyEnding {
  /** Asks whether to end this key, or its old secret. */
  readonly ask: (key: Key, how: Ending) => void;
  /** To be rendered, once. */
  readonly dialog: ReactNode;
  /** Says that it is done and since when; nothing before. */
  readonly notice: ReactNode;
  /** Takes the notice away, where something newer is to be told. */
  readonly forget: () => void;
}

interface EndingOptions {
  readonly wordsFor?: (asked: EndingAsked, factor: Factor | null) => EndingWords;
  readonly onEnded?: (ended: Ended) => void;
}

/** Ends keys: the question, the proof in the same dialog where the policy wants one, and the receipt. */
export function useEnding({ wordsFor, onEnded }: EndingOptions = {}): KeyEnding {
  const queries = useQueryClient();
  const [asked, setAsked] = useState<EndingAsked | null>(null);
  const [opened, setOpened] = useState(false);
  const [ended, setEnded] = useState<Ended | null>(null);
  const [wanted, setWanted] = useState<Factor | null>(null);
  const revoking = useKeyPolicy(asked?.key.kind ?? 'company')?.stepUp.revoke;
  // Whoever sees a key misused disables it without delay.
  const told = asked?.how === 'disable' ? 'none' : revoking;
  const factor = wanted ?? (told === undefined || told === 'none' ? null : told);

  async function confirm(secret: string): Promise<void> {
    if (asked === null) return;
    try {
      const done = { ...asked, ...(await end(asked, factor, secret)) };
      setOpened(false);
      setEnded(done);
      onEnded?.(done);
    } catch (refusal) {
      // The policy has changed since it was read: the dialog asks for what is wanted now.
      setWanted(factorWanted(refusal));
      throw refusal;
    }
    await Promise.all(
      [queryKeys.keys(), queryKeys.events()].map((queryKey) => queries.invalidateQueries({ queryKey })),
    );
  }

  function ask(key: Key, how: Ending): void {
    setWanted(null);
    setEnded(null);
    setAsked({ key, how });
    setOpened(true);
  }

  const dialog = asked !== null && (
    <EndDialog
      asked={asked}
      opened={opened}
      factor={factor}
      words={wordsFor?.(asked, factor)}
      onConfirm={confirm}
      onClose={() => setOpened(false)}
    />
  );
  return { ask, dialog, notice: <EndedNotice ended={ended} />, forget: () => setEnded(null) };
}

async function end({ key, how }: EndingAsked, factor: Factor | null, secret: string) {
  const { id, kind } = key;
  const headers = factor === null ? {} : await prove({ action: 'revoke', kind, keyId: id }, factor, secret);
  const which = { params: { path: { id } }, headers };
  switch (how) {
    case 'delete':
      return answerOf(api.DELETE('/api/v1/keys/{id}', which));
    case 'revoke':
      return answerOf(api.POST('/api/v1/keys/{id}/revoke', { ...which, body: {} }));
    case 'disable':
      return answerOf(api.POST('/api/v1/keys/{id}/disable', which));
    case 'endOverlap':
      return answerOf(api.POST('/api/v1/keys/{id}/end-overlap', which));
  }
}
