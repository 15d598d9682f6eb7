import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SavedNotice } from '../../forms/saved-notice';

/** The button that saves a form of this page, and that it has. */
export function SaveRow({ pending, saved }: { readonly pending: boolean; readonly saved: boolean }) {
  const { t } = useTranslation('security-settings');
  return (
    <Group gap="md">
      <Button type="submit" loading={pending}>
        {t('save')}
      </Button>
      <SavedNotice text={saved ? t('saved') : null} />
    </Group>
  );
}
