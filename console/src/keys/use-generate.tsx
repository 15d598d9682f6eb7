import { type ReactNode, useState } from 'react';
import { answerOf, api } from '../api/client';
import { queryKeys } from '../api/query-keys';
import { type Command, useCommand } from '../api/use-command';
import { useSession } from '../session/use-session';
import type { KeyInput } from './fields/new-key';
import type { Key } from './key';
import { type NewSecret, NewSecretDialogs, type NewSecretDialogsProps } from './new-secret-dialogs';
import { useStepUp } from './use-step-up';

export interface Generation extends Pick<NewSecretDialogsProps, 'title' | 'doneLabel'> {
  readonly kind: Key['kind'];
  readonly product?: string;
  /** Of a machine key: whose. */
  readonly serviceAccountId?: string;
  /** What the key is for, by name, where that is not the company: its product. */
  readonly owner?: string;
  /** The key is there; its secret is being shown. */
  readonly onMade?: (key: Key) => void;
  /** Stands in the “key created” dialog. */
  readonly note?: (key: Key) => ReactNode;
}

export interface Generating {
  /** Makes a key. For forms, and for buttons: `act.run({})`. Null from it when the user gave up at the step-up. */
  readonly command: Command<KeyInput, Key | null>;
  /** To be rendered, once. */
  readonly dialogs: ReactNode;
}

/** Makes keys: the request, the step-up where the policy wants one, and the secret shown until it is saved. */
export function useGenerate({ owner, onMade, note, ...rest }: Generation): Generating {
  const { kind, product, serviceAccountId, ...labels } = rest;
  const { withProof, dialog } = useStepUp();
  const { company } = useSession();
  const [made, setMade] = useState<NewSecret | null>(null);
  const command = useCommand<KeyInput, Key | null>({
    send: async (input, sending) => {
      const body = {
        kind,
        ...(product === undefined ? {} : { product }),
        ...(serviceAccountId === undefined ? {} : { serviceAccountId }),
        ...input,
      };
      const target = { action: 'generate', kind, ...(product === undefined ? {} : { product }) } as const;
      const answer: NewSecret | null = await withProof(
        target,
        (proof) => answerOf(api.POST('/api/v1/keys', { body, headers: { ...sending.headers, ...proof } })),
        owner ?? company?.name,
      );
      // The secret stays in this component. React Query keeps the result of a mutation for a while.
      setMade(answer);
      return answer?.key ?? null;
    },
    refreshes: [queryKeys.keys()],
    onDone: (key) => {
      if (key !== null) onMade?.(key);
    },
  });
  const dialogs = (
    <>
      {dialog}
      <NewSecretDialogs {...labels} made={made} onClose={() => setMade(null)}>
        {note}
      </NewSecretDialogs>
    </>
  );
  return { command, dialogs };
}
