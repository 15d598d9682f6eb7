import { useTranslation } from 'react-i18next';
import { CreateKeyForm } from '../../keys/create-key-form';
import { useGenerate } from '../../keys/use-generate';
import { FormDialog } from '../../forms/form-dialog';

interface CreateApiKeyProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onMade: () => void;
}

/** Create API Key › Key Name › Generate; then the key itself. */
export function CreateApiKey({ opened, onClose, onMade }: CreateApiKeyProps) {
  const { t } = useTranslation('api-keys');
  const { command, dialogs } = useGenerate({
    kind: 'company',
    onMade: () => {
      onClose();
      onMade();
    },
  });
  return (
    <>
      <FormDialog opened={opened} onClose={onClose} title={t('create')}>
        <CreateKeyForm
          kind="company"
          command={command}
          nameLabel={t('keyName')}
          namePlaceholder={t('keyNameExample')}
          submitLabel={t('generate')}
          onCancel={onClose}
        />
      </FormDialog>
      {dialogs}
    </>
  );
}
