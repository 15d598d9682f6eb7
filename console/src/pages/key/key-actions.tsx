import { Button } from '@mantine/core';
import { IconPencil, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isChangeable, type Key } from '../../keys/key';
import { useKeyRights } from '../../keys/use-key-rights';
import { EditDialog } from './edit-dialog';

interface KeyActionsProps {
  readonly apiKey: Key;
  readonly onRotate: () => void;
}

/** Edit and rotate, for those who may; nothing for a key that has ended or is broken. */
export function KeyActions({ apiKey, onRotate }: KeyActionsProps) {
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
