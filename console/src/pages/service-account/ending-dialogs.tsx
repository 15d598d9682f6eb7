import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useKeyProblemText } from '../../keys/use-key-problem-text';
import { DangerDialog } from '../../patterns/danger-dialog';
import { accountRefreshes, type ServiceAccount } from '../service-accounts/service-account';

/** For now, or permanently. */
export type Ending = 'deactivate' | 'delete';

interface EndingDialogsProps {
  readonly account: ServiceAccount;
  readonly ending: Ending | null;
  readonly onClose: () => void;
}

/** Asks before a program loses the company, with all of its keys. */
export function EndingDialogs({ account, ending, onClose }: EndingDialogsProps) {
  const { t } = useTranslation('service-accounts');
  const shared = { thing: account.name, onClose, describeError: useKeyProblemText() };
  const { deactivate, remove } = useEndings(account, onClose);
  return (
    <>
      <DangerDialog
        {...shared}
        opened={ending === 'deactivate'}
        title={t('deactivateTitle')}
        effect={t('deactivateEffect')}
        confirmLabel={t('deactivate')}
        onConfirm={deactivate}
      />
      <DangerDialog
        {...shared}
        opened={ending === 'delete'}
        title={t('deleteTitle')}
        effect={t('deleteEffect')}
        confirmLabel={t('delete')}
        onConfirm={remove}
      />
    </>
  );
}

function useEndings({ id }: ServiceAccount, onClose: () => void) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const which = { params: { path: { id } } };

  async function deactivate(): Promise<void> {
    await answerOf(api.PATCH('/api/v1/service-accounts/{id}', { ...which, body: { active: false } }));
    onClose();
    await refresh();
  }

  async function remove(): Promise<void> {
    await answerOf(api.DELETE('/api/v1/service-accounts/{id}', which));
    onClose();
    // A list that was read before still names what was just deleted, so none is drawn until it is read again.
    queries.removeQueries({ queryKey: queryKeys.serviceAccounts(), type: 'inactive' });
    await navigate('/service-accounts');
    queries.removeQueries({ queryKey: queryKeys.serviceAccounts('one', id) });
    await refresh();
  }

  async function refresh(): Promise<void> {
    await Promise.all(accountRefreshes.map((queryKey) => queries.invalidateQueries({ queryKey })));
  }

  return { deactivate, remove };
}
