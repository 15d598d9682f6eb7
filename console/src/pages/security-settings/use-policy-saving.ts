import { useState } from 'react';
import { answerOf, api, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { type Command, useCommand } from '../../api/use-command';
import { type KeyPolicy, lossOf, type PolicyLoss, type PolicyPatch } from './policy-loss';
import type { KeyKind } from '../../session/use-settings';

/** What a form of this page sends, shaped as the API takes it so that its refusals point at the fields. */
export interface PolicyValues {
  keys: Partial<Record<KeyKind, PolicyPatch>>;
}

interface Input {
  readonly values: PolicyValues;
  /** The person was told what it takes from keys that work now. */
  readonly sure: boolean;
}

export interface PolicySaving {
  /** Saves, unless that takes something from keys that work now: then `loss` says what, until `confirm` or `giveUp`. */
  readonly command: Command<PolicyValues, unknown>;
  readonly loss: PolicyLoss | null;
  readonly confirm: () => Promise<void>;
  readonly giveUp: () => void;
}

/** Saves some rules of one kind of key. */
export function usePolicySaving(
  kind: KeyKind,
  before: KeyPolicy,
  onSaved: (values: PolicyValues) => void,
): PolicySaving {
  const [held, setHeld] = useState<{ loss: PolicyLoss; values: PolicyValues } | null>(null);
  const { run, pending, problem, reset } = useCommand({
    send: async ({ values, sure }: Input) => {
      const loss = sure ? null : await lossOf(kind, before, values.keys[kind] ?? {});
      // A cast: personal keys take no null for the days, and their form has no way to leave them empty.
      const body = values as Schemas['SettingsPatch'];
      if (loss === null) await answerOf(api.PATCH('/api/v1/settings', { body }));
      return loss;
    },
    refreshes: [queryKeys.settings(), queryKeys.keyPolicy(), queryKeys.keys()],
    onDone: (loss, { values }) => {
      setHeld(loss === null ? null : { loss, values });
      if (loss === null) onSaved(values);
    },
  });
  const giveUp = () => setHeld(null);
  return {
    command: { run: (values) => run({ values, sure: false }), pending, problem, reset },
    loss: held?.loss ?? null,
    confirm: async () => {
      if (held !== null) await run({ values: held.values, sure: true });
      // What was refused stands in the form.
      giveUp();
    },
    giveUp,
  };
}
