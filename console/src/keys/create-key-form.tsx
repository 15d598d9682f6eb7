import { Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { newKeySchema } from '../../../libs/sdk';
import type { Command } from '../api/use-command';
import { FormButtons } from '../forms/form-buttons';
import { FormFailure } from '../forms/form-failure';
import { useUnsavedGuard } from '../patterns/leave-guard';
import { useTimeZone } from '../patterns/time-zone';
import { useSendForm } from '../forms/use-send-form';
import { useKeyProblemText } from './use-key-problem-text';
import { useKeyPolicy } from './use-key-policy';
import { KeyExpiryField } from './fields/key-expiry-field';
import { type KeyValues, unlimited } from './fields/key-values';
import { type KeyInput, newKeyOf } from './fields/new-key';
import { useCheckedKey } from './fields/use-checked-key';
import type { Key, KeyKind } from './key';
import { LimitFold } from './limit-fold';
import { SetUpLink } from './set-up-link';
import { useLatestExpiry } from './use-latest-expiry';

export interface CreateKeyFormProps {
  readonly kind: KeyKind;
  readonly product?: string;
  /** What the owner of the key holds, where that is not who makes it. */
  readonly ownerHolds?: readonly string[];
  /** Of `useGenerate()`. */
  readonly command: Command<KeyInput, Key | null>;
  /** As the guide of this kind calls it: "Key Name". */
  readonly nameLabel: string;
  readonly namePlaceholder?: string;
  /** Asks for an expiration date in plain sight, as the guide calls it; otherwise it is among what limits the key. */
  readonly expiryLabel?: string;
  /** As the guide calls it: "Generate". */
  readonly submitLabel: string;
  readonly onCancel: () => void;
}

/** Asks for what a new key is to be, in a dialog or on a page. */
export function CreateKeyForm({
  kind,
  product,
  ownerHolds,
  command,
  submitLabel,
  onCancel,
  ...labels
}: CreateKeyFormProps) {
  const { t } = useTranslation('keys');
  const policy = useKeyPolicy(kind);
  const latest = useLatestExpiry(kind);
  const timeZone = useTimeZone();
  const resolver = useCheckedKey(newKeySchema, (values) => ({
    kind,
    ...(product === undefined ? {} : { product }),
    ...newKeyOf(values, timeZone),
    // What the company wants, and no schema knows.
    ...(policy?.nameRequired === true ? { name: values.name.trim() } : {}),
  }));
  const { form, submit, field, pending, failure } = useSendForm<KeyValues>({
    command: { ...command, run: (values) => command.run(newKeyOf(values, timeZone)) },
    defaultValues: unlimited,
    resolver,
  });
  useUnsavedGuard(form.formState.isDirty);
  const expiry = (
    <KeyExpiryField
      form={form}
      field={field}
      latest={latest}
      label={labels.expiryLabel ?? t('expiry.label')}
    />
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <KeyFailure failure={failure} />
        <TextInput
          label={labels.nameLabel}
          placeholder={labels.namePlaceholder}
          required={policy?.nameRequired === true}
          autoComplete="off"
          maxLength={100}
          data-autofocus
          {...field('name')}
        />
        {labels.expiryLabel !== undefined && expiry}
        <LimitFold form={form} field={field} of={{ kind, product, ownerHolds }}>
          {labels.expiryLabel === undefined ? expiry : undefined}
        </LimitFold>
        <FormButtons
          cancelLabel={t('cancel')}
          submitLabel={submitLabel}
          onCancel={onCancel}
          pending={pending}
        />
      </Stack>
    </form>
  );
}

/** As `FormFailure`, with what is missing by name, and the way to it. */
export function KeyFailure({ failure }: { readonly failure: Error | null }) {
  const textOf = useKeyProblemText();
  return (
    <>
      <FormFailure failure={failure} textOf={textOf} />
      <SetUpLink failure={failure} />
    </>
  );
}
