import { Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { newKeySchema } from '../../../libs/sdk';
import type { Command } from '../api/use-command';
import { useChecked } from '../forms/checked';
import { FormButtons } from '../forms/form-buttons';
import { FormFailure } from '../forms/form-failure';
import { useSendForm } from '../forms/use-send-form';
import { useKeyProblemText } from './use-key-problem-text';
import { useKeyPolicy } from './use-key-policy';
import { expiryOf } from './expiry-day';
import { ExpiryInput } from './expiry-input';
import type { Key, KeyKind } from './key';
import { SetUpLink } from './set-up-link';
import { bodyOf, type KeyInput } from './use-generate';
import { useLatestExpiry } from './use-latest-expiry';

export interface CreateKeyFormProps {
  readonly kind: KeyKind;
  readonly product?: string;
  /** Of `useGenerate()`. */
  readonly command: Command<KeyInput, Key | null>;
  /** As the guide of this kind calls it: "Key Name". */
  readonly nameLabel: string;
  readonly namePlaceholder?: string;
  /** Asks for an expiration date, too; absent for not. */
  readonly expiryLabel?: string;
  /** As the guide calls it: "Generate". */
  readonly submitLabel: string;
  readonly onCancel: () => void;
}

/** Asks for what a new key is to be, in a dialog or on a page. */
export function CreateKeyForm({
  kind,
  product,
  command,
  submitLabel,
  onCancel,
  ...labels
}: CreateKeyFormProps) {
  const { t } = useTranslation('keys');
  const policy = useKeyPolicy(kind);
  const latest = useLatestExpiry(kind);
  const inputOf = (values: Required<KeyInput>): KeyInput => ({
    ...values,
    expiresAt: values.expiresAt === '' ? '' : expiryOf(values.expiresAt, latest.at),
  });
  const resolver = useChecked<Required<KeyInput>>(newKeySchema, (values) => ({
    ...bodyOf({ kind, product }, inputOf(values)),
    // What the company wants, and no schema knows.
    ...(policy?.nameRequired === true ? { name: values.name.trim() } : {}),
  }));
  const { submit, field, pending, failure } = useSendForm<Required<KeyInput>>({
    command: { ...command, run: (values) => command.run(inputOf(values)) },
    defaultValues: { name: '', expiresAt: '' },
    resolver,
  });
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
        {labels.expiryLabel !== undefined && (
          <ExpiryInput latest={latest} label={labels.expiryLabel} {...field('expiresAt')} />
        )}
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
