import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useKeyProblemText } from '../../keys/use-key-problem-text';
import { useStepUp } from '../../keys/use-step-up';
import { DangerDialog } from '../../patterns/danger-dialog';

export type KeyShape = Schemas['ImportProgress']['shapes'][number];

interface RemoveShapeDialogProps {
  readonly opened: boolean;
  /** Stays while the dialog closes. */
  readonly shape: KeyShape | null;
  readonly onClose: () => void;
}

/** Asks before a shape of imported keys is removed, and says what of it its keys notice. */
export function RemoveShapeDialog({ opened, shape, onClose }: RemoveShapeDialogProps) {
  const { t } = useTranslation('keys');
  const describeError = useKeyProblemText();
  const queries = useQueryClient();
  const { withProof, dialog } = useStepUp(t('stepUp.removeShape'));
  const { id = '', prefix = '', length = 0, alphabet = '', unseen = 0 } = shape ?? {};
  const remove = async (): Promise<void> => {
    const params = { path: { id }, query: unseen > 0 ? { force: 'true' as const } : {} };
    const removed = await withProof({ action: 'import', kind: 'company' }, (headers) =>
      answerOf(api.DELETE('/api/v1/keys/imports/shapes/{id}', { params, headers })),
    );
    // They gave up at the step-up.
    if (removed === null) return;
    onClose();
    await queries.invalidateQueries({ queryKey: queryKeys.keys('imports') });
  };
  return (
    <>
      <DangerDialog
        opened={opened}
        title={t('imports.removeTitle')}
        thing={t('imports.shape', { prefix, length, alphabet })}
        effect={unseen === 0 ? t('imports.removeUnused') : t('imports.removeWaiting', { count: unseen })}
        confirmLabel={t('imports.remove')}
        onConfirm={remove}
        onClose={onClose}
        describeError={describeError}
      />
      {dialog}
    </>
  );
}
