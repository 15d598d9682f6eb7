import { Button, Group } from '@mantine/core';

interface FormButtonsProps {
  readonly cancelLabel: string;
  readonly submitLabel: string;
  readonly onCancel: () => void;
  readonly pending: boolean;
}

/** The end of a form in a dialog: leave it, or send it. */
export function FormButtons({ cancelLabel, submitLabel, onCancel, pending }: FormButtonsProps) {
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onCancel} disabled={pending}>
        {cancelLabel}
      </Button>
      <Button type="submit" loading={pending}>
        {submitLabel}
      </Button>
    </Group>
  );
}
