import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useProblemText } from '../../i18n/use-problem-text';
import { DangerDialog } from '../../patterns/danger-dialog';
import type { ServiceKey } from './use-columns';

export interface RevokeDialogProps {
  readonly opened: boolean;
  /** Stays while the dialog closes. */
  readonly serviceKey: ServiceKey | null;
  readonly onClose: () => void;
}

/** Asks before a service loses its key, for good. */
export function RevokeDialog({ opened, serviceKey, onClose }: RevokeDialogProps) {
  const { t } = useTranslation('platform-service-keys');
  const describeError = useProblemText();
  const queries = useQueryClient();
  const revoke = async (): Promise<void> => {
    if (serviceKey === null) return;
    const params = { path: { id: serviceKey.id } };
    await answerOf(api.POST('/api/v1/platform/service-keys/{id}/revoke', { params }));
    await queries.invalidateQueries({ queryKey: queryKeys.platform('service-keys') });
    onClose();
  };
  return (
    <DangerDialog
      opened={opened}
      title={t('revoke.title')}
      thing={serviceKey?.name ?? ''}
      effect={
        serviceKey === null || serviceKey.product === null
          ? t('revoke.textOfEvery')
          : t('revoke.text', { product: serviceKey.product })
      }
      confirmLabel={t('revoke.act')}
      onConfirm={revoke}
      onClose={onClose}
      describeError={describeError}
    />
  );
}
