import { type ReactNode, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '../api/query-keys';
import type { Factor } from '../patterns/proof-refusal';
import { EndDialog } from './end-dialog';
import { endKey } from './end-key';
import { EndedNotice } from './ended-notice';
import type { Ended, Ending, EndingAsked, EndingSaid, EndingWords } from './ending';
import type { Key } from './key';
import { useKeyPolicy } from './use-key-policy';
import { factorWanted } from './use-step-up';

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

  async function confirm(secret: string, said: EndingSaid): Promise<void> {
    if (asked === null) return;
    try {
      const done = { ...asked, ...(await endKey(asked, said, factor, secret)) };
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
      key={`${asked.key.id} ${asked.how}`}
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
