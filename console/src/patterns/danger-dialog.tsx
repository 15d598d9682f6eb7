import { Alert, Box, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DecisionForm, type DescribeError } from './decision-form';
import { Dialog } from './dialog';
import type { Factor } from './proof-refusal';
import { relativeTimeText, wasUsedLately } from './relative-time-text';
import { useTimeForm } from './time-zone';
import { useDecision } from './use-decision';
import { useNow } from './use-now';

export interface DangerDialogProps {
  readonly opened: boolean;
  readonly title: string;
  /** A second heading, where a guide has two. */
  readonly heading?: string;
  /** What it is done to, by name. */
  readonly thing: string;
  /** What happens then, and whether it can be undone. */
  readonly effect: ReactNode;
  /** When the thing was last used; of a use in the last seven days the dialog warns. */
  readonly lastUsedAt?: string | null;
  /** What has to be typed in this dialog; nothing unless told. */
  readonly factor?: Factor;
  readonly confirmLabel: string;
  readonly cancelLabel?: string;
  /** Acts, with what was typed, and closes by `opened`. What it throws is shown, and the dialog stays. */
  readonly onConfirm: (proof: string) => Promise<void> | void;
  readonly onClose: () => void;
  readonly describeError?: DescribeError;
  /** Further fields, such as a reason. */
  readonly children?: ReactNode;
}

/** Asks before what cannot be undone: what, with which effect, and whether it is in use. Enter, pressed unread, cancels. */
export function DangerDialog({ opened, title, onConfirm, onClose, ...rest }: DangerDialogProps) {
  const decision = useDecision(onConfirm, onClose);
  const { heading, thing, effect, lastUsedAt = null, factor = null, children, ...labels } = rest;
  return (
    <Dialog opened={opened} onClose={decision.close} title={title}>
      <DecisionForm {...labels} decision={decision} factor={factor} focus="cancel" confirmColor="red">
        <Box>
          {heading !== undefined && (
            <Title order={3} size="h4" mb={4}>
              {heading}
            </Title>
          )}
          <Text fw={550} style={{ overflowWrap: 'anywhere' }}>
            {thing}
          </Text>
          <Text component="div">{effect}</Text>
          {/* It may come a moment later, when the last use has been read again. */}
          <Box role="status">
            <InUse lastUsedAt={lastUsedAt} />
          </Box>
        </Box>
        {children}
      </DecisionForm>
    </Dialog>
  );
}

function InUse({ lastUsedAt }: { readonly lastUsedAt: string | null }) {
  const { t } = useTranslation('patterns');
  const form = useTimeForm();
  const now = useNow(60_000);
  if (lastUsedAt === null || !wasUsedLately(lastUsedAt, now)) return null;
  const when = relativeTimeText(new Date(lastUsedAt), now, form);
  return (
    <Alert
      mt="md"
      role="note"
      color="orange"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('stillInUse', { when })}
    >
      {t('stillInUseAdvice')}
    </Alert>
  );
}
