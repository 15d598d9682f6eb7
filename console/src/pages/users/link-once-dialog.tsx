import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../patterns/copy-button';
import { Dialog } from '../../patterns/dialog';
import { KeyObject } from '../../patterns/key-object';
import { LastingDialog } from '../../patterns/lasting-dialogs';
import { RelativeTime } from '../../patterns/relative-time';
import { SecretText } from '../../patterns/secret-text';

export interface OnceLink {
  readonly url: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

export interface LinkOnceDialogProps {
  /** Null closes the dialog. */
  readonly link: OnceLink | null;
  readonly title: string;
  readonly children: ReactNode;
  /** Forgets the link. */
  readonly onClose: () => void;
}

/** Shows a link that is meant for one other person. Nobody can see it again, but another can always be made. */
export function LinkOnceDialog(props: LinkOnceDialogProps) {
  return (
    <LastingDialog opened={props.link !== null} onClose={props.onClose}>
      {(close) => <ShownLink {...props} onClose={close} />}
    </LastingDialog>
  );
}

function ShownLink({ link, title, children, onClose }: LinkOnceDialogProps) {
  const { t } = useTranslation('users');
  return (
    <Dialog
      opened={link !== null}
      onClose={onClose}
      title={title}
      size="lg"
      closeOnClickOutside={false}
      withCloseButton={false}
    >
      {link !== null && (
        <Stack gap="md">
          <div>{children}</div>
          <KeyObject acts={<CopyButton text={link.url} what={t('link.what')} variant="filled" autoFocus />}>
            <SecretText text={link.url} masked="" />
          </KeyObject>
          <Text size="sm">
            {t('link.expires')} <RelativeTime at={link.expiresAt} />
          </Text>
          <Alert
            role="note"
            color="orange"
            icon={<IconAlertTriangle aria-hidden />}
            title={t('link.shownOnce')}
          >
            {t('link.advice')}
          </Alert>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('link.done')}
            </Button>
          </Group>
        </Stack>
      )}
    </Dialog>
  );
}
