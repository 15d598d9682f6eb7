import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { answerOf, api } from '../api/client';
import { queryKeys } from '../api/query-keys';
import type { Key } from './key';
import { useStepUp } from './use-step-up';

export interface Revealing {
  /** For `SecretField` and `CopyButton`: null when the user gave up at the step-up. */
  readonly reveal: (key: Pick<Key, 'id' | 'kind'>) => Promise<string | null>;
  /** Why the last one could not be shown. */
  readonly problem: Error | null;
  /** To be rendered, once. */
  readonly dialog: ReactNode;
}

/** Shows keys again, where the policy lets one. The secret goes to the caller and is kept nowhere else. */
export function useReveal(): Revealing {
  const { withProof, dialog } = useStepUp();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Error | null>(null);

  async function reveal({ id, kind }: Pick<Key, 'id' | 'kind'>): Promise<string | null> {
    setProblem(null);
    try {
      const shown = await withProof({ action: 'reveal', kind, keyId: id }, (proof) =>
        answerOf(api.POST('/api/v1/keys/{id}/reveal', { params: { path: { id } }, headers: proof })),
      );
      // It stands in the history now. Nobody who wants to see the key waits for that.
      void queries.invalidateQueries({ queryKey: queryKeys.events() });
      return shown?.secret ?? null;
    } catch (error) {
      if (error instanceof Error) setProblem(error);
      throw error;
    }
  }

  return { reveal, problem, dialog };
}
