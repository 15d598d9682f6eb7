import { useTranslation } from 'react-i18next';
import { CreateKeyForm } from '../../keys/create-key-form';
import { useGenerate } from '../../keys/use-generate';
import { FormDialog } from '../../forms/form-dialog';

interface GenerateTokenProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onMade: () => void;
}

/** Generate API Token › API Token label › Show; then the token itself, and OK. */
export function GenerateToken({ opened, onClose, onMade }: GenerateTokenProps) {
  const { t } = useTranslation('generate-api-key');
  const { command, dialogs } = useGenerate({
    kind: 'company',
    title: t('code'),
    doneLabel: t('ok'),
    onMade: () => {
      onClose();
      onMade();
    },
  });
  return (
    <>
      <FormDialog opened={opened} onClose={onClose} title={t('generate')}>
        <CreateKeyForm
          kind="company"
          command={command}
          nameLabel={t('label')}
          namePlaceholder={t('labelExample')}
          submitLabel={t('show')}
          onCancel={onClose}
        />
      </FormDialog>
      {dialogs}
    </>
  );
}
