import { useState } from 'react';
import { type SentForm, useSendForm } from '../../forms/use-send-form';
import { useUnsaved } from '../../forms/use-unsaved';
import type { KeyPolicy, PolicyPatch } from './policy-loss';
import { type PolicySaving, type PolicyValues, usePolicySaving } from './use-policy-saving';
import type { KeyKind } from '../../session/use-settings';

interface PolicyForm {
  readonly sent: SentForm<PolicyValues>;
  readonly saving: PolicySaving;
  /** The form shows what was saved. */
  readonly saved: boolean;
}

/**
 * A form over some rules of one kind of key.
 * @param shown those of the rules that it has fields for
 */
export function usePolicyForm(kind: KeyKind, policy: KeyPolicy, shown: PolicyPatch): PolicyForm {
  const [last, setLast] = useState<PolicyValues | null>(null);
  const saving = usePolicySaving(kind, policy, setLast);
  const sent = useSendForm<PolicyValues>({
    command: saving.command,
    defaultValues: { keys: { [kind]: shown } },
  });
  return { sent, saving, saved: useUnsaved(sent.form, last) };
}
