import { Badge, Group, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SavedNotice } from '../../forms/saved-notice';

export interface FactorRowProps {
  readonly title: string;
  readonly text: string;
  /** Absent where that is no question, or not known yet. */
  readonly isSetUp?: boolean;
  /** What has just been done, or null. */
  readonly done: string | null;
  /** The buttons. */
  readonly children: ReactNode;
}

/** One of the things one proves oneself with, whether one has it, and what can be done about that. */
export function FactorRow({ title, text, isSetUp, done, children }: FactorRowProps) {
  return (
    <Group role="group" aria-label={title} justify="space-between" align="center" gap="sm">
      <div style={{ flex: '1 1 16rem' }}>
        <Group gap="xs">
          <Text fw={600}>{title}</Text>
          {isSetUp !== undefined && <SetUpBadge isSetUp={isSetUp} />}
        </Group>
        <Text size="sm" c="dimmed">
          {text}
        </Text>
        <SavedNotice text={done} />
      </div>
      <Group gap="xs">{children}</Group>
    </Group>
  );
}

function SetUpBadge({ isSetUp }: { readonly isSetUp: boolean }) {
  const { t } = useTranslation('my-settings');
  const Icon = isSetUp ? IconCircleCheck : IconCircleDashed;
  return (
    <Badge
      variant="light"
      color={isSetUp ? 'green' : 'gray'}
      tt="none"
      size="lg"
      fw={600}
      leftSection={<Icon size={16} aria-hidden />}
    >
      {isSetUp ? t('isSetUp') : t('isNotSetUp')}
    </Badge>
  );
}
