import { Checkbox, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import type { Command } from '../../api/use-command';
import { FormButtons } from '../../forms/form-buttons';
import { FormFailure } from '../../forms/form-failure';
import { useSendForm } from '../../forms/use-send-form';

export interface NewCompanyFormProps {
  readonly command: Command<Schemas['NewPlatformCompany'], unknown>;
  readonly onCancel: () => void;
}

/** What the company is called, who is to be its Owner, and whether it needs a review. */
export function NewCompanyForm({ command, onCancel }: NewCompanyFormProps) {
  const { t } = useTranslation('platform-companies');
  const { submit, field, form, pending, failure } = useSendForm({
    command,
    defaultValues: { name: '', slug: '', owner: { username: '' }, approved: false },
    fieldOf: { 'slug-taken': 'slug' },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <FormFailure failure={failure} />
        <TextInput label={t('create.name')} required data-autofocus {...field('name')} />
        <TextInput
          label={t('create.slug')}
          description={t('create.slugHint')}
          autoCapitalize="none"
          autoComplete="off"
          required
          {...field('slug')}
        />
        <TextInput
          label={t('create.owner')}
          description={t('create.ownerHint')}
          autoCapitalize="none"
          autoComplete="off"
          required
          {...field('owner.username')}
        />
        <Checkbox
          label={t('create.approved')}
          description={t('create.approvedHint')}
          {...form.register('approved')}
        />
        <FormButtons
          cancelLabel={t('create.cancel')}
          submitLabel={t('create.submit')}
          onCancel={onCancel}
          pending={pending}
        />
      </Stack>
    </form>
  );
}
