import { Stack, TextInput } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyPatchSchema } from '../../../../libs/sdk';
import { answerOf, api, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useCommand } from '../../api/use-command';
import { useSendForm } from '../../forms/use-send-form';
import { FormButtons } from '../../forms/form-buttons';
import { KeyFailure } from '../../keys/create-key-form';
import { KeyExpiryField } from '../../keys/fields/key-expiry-field';
import { AddressField } from '../../keys/fields/address-field';
import type { KeyFieldsProps } from '../../keys/fields/key-fields-props';
import type { KeyValues } from '../../keys/fields/key-values';
import { MetadataFields } from '../../keys/fields/metadata-fields';
import { PermissionField } from '../../keys/fields/permission-field';
import { QuotaFields } from '../../keys/fields/quota-fields';
import { RateLimitFields } from '../../keys/fields/rate-limit-fields';
import { useCheckedKey } from '../../keys/fields/use-checked-key';
import type { Key } from '../../keys/key';
import { useLatestExpiry } from '../../keys/use-latest-expiry';
import { useStepUp } from '../../keys/use-step-up';
import { FormDialog } from '../../forms/form-dialog';
import { useUnsavedGuard } from '../../patterns/leave-guard';
import { useTimeZone } from '../../patterns/time-zone';
import { LoadingState } from '../../patterns/loading-state';
import { patchOf, valuesOf } from './edit-values';

interface EditDialogProps {
  readonly apiKey: Key;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** All of a key that can be changed. What is not touched is not sent, so nobody undoes what another has just changed. */
export function EditDialog({ apiKey, opened, onClose }: EditDialogProps) {
  const { t } = useTranslation('key');
  return (
    <FormDialog opened={opened} onClose={onClose} title={t('edit.title')} size="lg">
      <EditForm apiKey={apiKey} onClose={onClose} />
    </FormDialog>
  );
}

function EditForm({ apiKey, onClose }: Omit<EditDialogProps, 'opened'>) {
  const { t } = useTranslation('key');
  const timeZone = useTimeZone();
  // As it was when the dialog was opened: the page reads the key again meanwhile.
  const [before] = useState(() => valuesOf(apiKey, timeZone));
  const latest = useLatestExpiry(apiKey.kind, apiKey.issuedAt);
  const changesIn = (values: KeyValues): KeyPatch => patchOf({ key: apiKey, before, timeZone }, values);
  const { command, proof } = useEdit(apiKey, changesIn, onClose);
  const resolver = useCheckedKey(keyPatchSchema, changesIn);
  const sent = useSendForm<KeyValues>({ command, defaultValues: before, resolver });
  const { form, field } = sent;
  useUnsavedGuard(form.formState.isDirty);
  return (
    <>
      <form onSubmit={sent.submit} noValidate>
        <Stack gap="md">
          <KeyFailure failure={sent.failure} />
          <NoteFields field={field} />
          <KeyExpiryField form={form} field={field} latest={latest} label={t('edit.expiresAt')} />
          {/* Their words come when the dialog is opened for the first time. */}
          <Suspense fallback={<LoadingState />}>
            <PermissionField form={form} of={apiKey} isEdited />
            <AddressField form={form} field={field} />
            <RateLimitFields form={form} field={field} />
            <QuotaFields field={field} />
            <MetadataFields form={form} field={field} />
          </Suspense>
          <FormButtons
            cancelLabel={t('edit.cancel')}
            submitLabel={t('edit.save')}
            onCancel={onClose}
            pending={sent.pending}
          />
        </Stack>
      </form>
      {proof}
    </>
  );
}

function NoteFields({ field }: Pick<KeyFieldsProps, 'field'>) {
  const { t } = useTranslation('key');
  return (
    <>
      <TextInput label={t('edit.name')} maxLength={100} data-autofocus {...field('name')} />
      <TextInput
        label={t('edit.description')}
        description={t('edit.descriptionHint')}
        maxLength={500}
        {...field('description')}
      />
    </>
  );
}

type KeyPatch = Schemas['KeyPatch'];

/** Changes the key. A later expiry makes an expired one work again, which may need a proof. */
function useEdit({ id, kind }: Key, changesIn: (values: KeyValues) => KeyPatch, onDone: () => void) {
  const { withProof, dialog } = useStepUp();
  const command = useCommand({
    send: (values: KeyValues) =>
      withProof({ action: 'widen', kind, keyId: id }, (proof) =>
        answerOf(
          api.PATCH('/api/v1/keys/{id}', {
            params: { path: { id } },
            body: changesIn(values),
            headers: proof,
          }),
        ),
      ),
    refreshes: [queryKeys.keys(), queryKeys.events()],
    onDone: (changed) => {
      if (changed !== null) onDone();
    },
  });
  return { command, proof: dialog };
}
