import { Button } from '@mantine/core';
import { IconPencil, IconPlayerPause, IconPlayerPlay, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isChangeable, type Key } from '../../keys/key';
import { useKeyRights } from '../../keys/use-key-rights';
import { EditDialog } from './edit-dialog';

interface KeyActionsProps {
  readonly apiKey: Key;
  readonly onRotate: () => void;
  readonly onDisable: () => void;
  readonly onEnable: () => void;
}

/** Edit, disable or enable, and rotate, for those who may; nothing for a key that has ended or is broken. */
export function KeyActions({ apiKey, onRotate, onDisable, onEnable }: KeyActionsProps) {
  const { t } = useTranslation('key');
  const { may } = useKeyRights();
  const [editing, setEditing] = useState(false);
  if (!isChangeable(apiKey)) return null;
  return (
    <>
      {may('update', apiKey) && (
        <>
          <Button
            variant="default"
            leftSection={<IconPencil size={18} aria-hidden />}
            onClick={() => setEditing(true)}
          >
            {t('edit.action')}
          </Button>
          <EditDialog apiKey={apiKey} opened={editing} onClose={() => setEditing(false)} />
          <PauseButton apiKey={apiKey} onDisable={onDisable} onEnable={onEnable} />
        </>
      )}
      {may('rotate', apiKey) && (
        <Button variant="default" leftSection={<IconRefresh size={18} aria-hidden />} onClick={onRotate}>
          {t('rotate')}
        </Button>
      )}
    </>
  );
}

function PauseButton({ apiKey, onDisable, onEnable }: Omit<KeyActionsProps, 'onRotate'>) {
  const { t } = useTranslation('key');
  if (apiKey.disabledAt === null)
    return (
      <Button variant="default" leftSection={<IconPlayerPause size={18} aria-hidden />} onClick={onDisable}>
        {t('disable')}
      </Button>
    );
  // One that has expired gets another expiry first.
  if (apiKey.status === 'expired') return null;
  return (
    <Button variant="default" leftSection={<IconPlayerPlay size={18} aria-hidden />} onClick={onEnable}>
      {t('enable')}
    </Button>
  );
}
