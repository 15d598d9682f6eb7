import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { newKeySchema } from '../../../libs/sdk';
import type { Act } from '../api/use-act';
import { useChecked } from '../forms/checked';
import { FormFailure } from '../forms/form-failure';
import { useSendForm } from '../forms/use-send-form';
import { useKeyProblemText } from './use-key-problem-text';
import { useKeyPolicy } from './use-key-policy';
import { expiryOf } from './expiry-day';
import { ExpiryInput } from './expiry-input';
import type { Key, KeyKind } from './key';
import { SetUpLink } from './set-up-link';
import { bodyOf, type KeyWishes } from './use-generate';
import { useLatestExpiry } from './use-latest-expiry';

export interface CreateKeyFormProps {
  readonly kind: KeyKind;
  readonly product?: string;
  /** Of `useGenerate()`. */
  readonly act: Act<KeyWishes, Key | null>;
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
export function CreateKeyForm({ kind, product, act, submitLabel, onCancel, ...labels }: CreateKeyFormProps) {
  const { t } = useTranslation('keys');
  const policy = useKeyPolicy(kind);
  const latest = useLatestExpiry(kind);
  const wishesIn = (values: Required<KeyWishes>): KeyWishes => ({
    ...values,
    expiresAt: values.expiresAt === '' ? '' : expiryOf(values.expiresAt, latest.at),
  });
  const resolver = useChecked<Required<KeyWishes>>(newKeySchema, (values) => ({
    ...bodyOf({ kind, product }, wishesIn(values)),
    // What the company wants, and no schema knows.
    ...(policy?.nameRequired === true ? { name: values.name.trim() } : {}),
  }));
  const { submit, field, pending, failure } = useSendForm<Required<KeyWishes>>({
    act: { ...act, run: (values) => act.run(wishesIn(values)) },
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
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel} disabled={pending}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={pending}>
            {submitLabel}
          </Button>
        </Group>
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
