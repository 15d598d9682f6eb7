import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyableText } from './copyable-text';

export interface ErrorStateProps {
  readonly title?: string;
  /** What went wrong, in the user's language. */
  readonly children: ReactNode;
  /** Asks again. */
  readonly onRetry?: () => void;
  /** What else there is to do, such as a way back. */
  readonly action?: ReactNode;
  /** By which whoever runs the server finds this request in its log. */
  readonly requestId?: string;
}

/** What stands there when something could not be had, with the next thing to do. */
export function ErrorState({ title, children, onRetry, action, requestId }: ErrorStateProps) {
  const { t } = useTranslation('patterns');
  return (
    <Alert color="red" role="alert" icon={<IconAlertCircle aria-hidden />} title={title ?? t('couldNotLoad')}>
      <Stack gap="sm" align="flex-start">
        <Text component="div">{children}</Text>
        {requestId !== undefined && (
          <Text component="div" size="sm">
            {t('requestId')} <CopyableText text={requestId} what={t('requestId')} />
          </Text>
        )}
        {(onRetry !== undefined || action !== undefined) && (
          <Group gap="xs">
            {onRetry !== undefined && (
              <Button variant="default" onClick={onRetry}>
                {t('tryAgain')}
              </Button>
            )}
            {action}
          </Group>
        )}
      </Stack>
    </Alert>
  );
}
