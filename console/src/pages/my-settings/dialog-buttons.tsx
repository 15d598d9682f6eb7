import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface DialogButtonsProps {
  readonly submitLabel: string;
  readonly pending: boolean;
  readonly onClose: () => void;
}

/** The end of a form in a dialog. */
export function DialogButtons({ submitLabel, pending, onClose }: DialogButtonsProps) {
  const { t } = useTranslation('my-settings');
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onClose}>
        {t('cancel')}
      </Button>
      <Button type="submit" loading={pending}>
        {submitLabel}
      </Button>
    </Group>
  );
}
