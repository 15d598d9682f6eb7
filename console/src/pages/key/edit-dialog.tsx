import { Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyPatchSchema } from '../../../../libs/sdk';
import { answerOf, api, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useCommand } from '../../api/use-command';
import { useChecked } from '../../forms/checked';
import { type SentForm, useSendForm } from '../../forms/use-send-form';
import { KeyFailure } from '../../keys/create-key-form';
import { ExpiryInput } from '../../keys/expiry-input';
import type { Key } from '../../keys/key';
import { useLatestExpiry } from '../../keys/use-latest-expiry';
import { useStepUp } from '../../keys/use-step-up';
import { Dialog } from '../../patterns/dialog';
import { type EditValues, patchOf, valuesOf } from './edit-values';
import { RateLimitFields } from './rate-limit-fields';
import { FormButtons } from '../../forms/form-buttons';

interface FieldsProps {
  readonly field: SentForm<EditValues>['field'];
}

interface EditDialogProps {
  readonly apiKey: Key;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Name, description, expiry, addresses and limits. What is not touched is not sent, so nobody undoes what another has just changed. */
export function EditDialog({ apiKey, opened, onClose }: EditDialogProps) {
  const { t } = useTranslation('key');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('edit.title')} size="lg">
      <EditForm apiKey={apiKey} onClose={onClose} />
    </Dialog>
  );
}

function EditForm({ apiKey, onClose }: Omit<EditDialogProps, 'opened'>) {
  const { t } = useTranslation('key');
  // As it was when the dialog was opened: the page reads the key again meanwhile.
  const [before] = useState(() => valuesOf(apiKey));
  const latest = useLatestExpiry(apiKey.kind, apiKey.issuedAt);
  const changesIn = (values: EditValues): KeyPatch => patchOf(before, values, latest.at);
  const { command, proof } = useEdit(apiKey, changesIn, onClose);
  const resolver = useChecked<EditValues>(keyPatchSchema, changesIn);
  const { form, submit, field, pending, failure } = useSendForm<EditValues>({
    command,
    defaultValues: before,
    resolver,
  });
  return (
    <>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <KeyFailure failure={failure} />
          <NoteFields field={field} />
          <ExpiryInput latest={latest} label={t('edit.expiresAt')} {...field('expiresAt')} />
          <Textarea
            label={t('edit.addresses')}
            description={t('edit.addressesHint')}
            autosize
            minRows={2}
            {...field('allowedAddresses')}
          />
          <RateLimitFields form={form} field={field} />
          <QuotaFields field={field} />
          <FormButtons
            cancelLabel={t('edit.cancel')}
            submitLabel={t('edit.save')}
            onCancel={onClose}
            pending={pending}
          />
        </Stack>
      </form>
      {proof}
    </>
  );
}

function QuotaFields({ field }: FieldsProps) {
  const { t } = useTranslation('key');
  return (
    <Group align="flex-start" gap="md">
      <TextInput
        label={t('edit.quota')}
        description={t('edit.quotaHint')}
        inputMode="numeric"
        flex="1 1 12rem"
        {...field('quota.limit')}
      />
      <NativeSelect
        label={t('edit.refill')}
        description={t('edit.refillHint')}
        flex="1 1 12rem"
        data={[
          { value: 'never', label: t('edit.never') },
          { value: 'day', label: t('edit.day') },
          { value: 'month', label: t('edit.month') },
        ]}
        {...field('quota.refill')}
      />
    </Group>
  );
}

function NoteFields({ field }: FieldsProps) {
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
function useEdit({ id, kind }: Key, changesIn: (values: EditValues) => KeyPatch, onDone: () => void) {
  const { withProof, dialog } = useStepUp();
  const command = useCommand({
    send: (values: EditValues) =>
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
