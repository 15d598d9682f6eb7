import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { isProblem } from './problem';
import { randomId } from './random-id';

/** What goes along with the request of an act: `api.POST(path, { body, headers: sending.headers })`. */
export interface SendOptions {
  readonly headers: { readonly 'Idempotency-Key': string };
}

export interface CommandOptions<Input, Output> {
  /** What sends it. Reads `sending.headers` where the API takes an `Idempotency-Key`: POSTs that create, and rotate. */
  readonly send: (input: Input, sending: SendOptions) => Promise<Output>;
  /** What is read again when it is done: `[queryKeys.keys()]`. */
  readonly refreshes?: readonly QueryKey[];
  readonly onDone?: (output: Output, input: Input) => void;
}

export interface Command<Input, Output> {
  /** Does it, unless it is under way. @returns null when it was refused, and `problem` says why. */
  readonly run: (input: Input) => Promise<Output | null>;
  readonly pending: boolean;
  /** An `ApiProblem` or `Unreachable`, or null. */
  readonly problem: Error | null;
  /** Forgets the problem and the answer. */
  readonly reset: () => void;
}

/**
 * Something a person does once: a second click while it is under way joins the first. After a lost answer, the same input
 * is sent under the same Idempotency-Key, so that trying again cannot make a second key.
 */
export function useCommand<Input, Output>({
  send,
  refreshes = [],
  onDone,
}: CommandOptions<Input, Output>): Command<Input, Output> {
  const queries = useQueryClient();
  const unanswered = useRef<{ input: string; id: string } | null>(null);
  const { mutateAsync, isPending, error, reset } = useMutation({
    mutationFn: (input: Input) => {
      // What needs no input has no text either; it is one act all the same.
      const text = JSON.stringify(input ?? null);
      if (unanswered.current?.input !== text) unanswered.current = { input: text, id: randomId() };
      return send(input, { headers: { 'Idempotency-Key': unanswered.current.id } });
    },
    onSuccess: async (output, input) => {
      unanswered.current = null;
      onDone?.(output, input);
      await Promise.all(refreshes.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
    onError: (refusal) => {
      if (isProblem(refusal) && refusal.status < 500) unanswered.current = null;
    },
  });
  // What is refused is in `problem`, where whoever renders this finds it.
  const run = useOnce((input: Input): Promise<Output | null> => mutateAsync(input).catch(() => null));
  return { run, pending: isPending, problem: error, reset };
}

/** The same work, but joining it while it is under way. */
function useOnce<Input, Output>(work: (input: Input) => Promise<Output>): (input: Input) => Promise<Output> {
  const underWay = useRef<Promise<Output> | null>(null);
  return (input) => {
    underWay.current ??= work(input).finally(() => (underWay.current = null));
    return underWay.current;
  };
}
