import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useProblemText } from '../../i18n/use-problem-text';
import { DangerDialog } from '../../patterns/danger-dialog';
import { KnownNote } from '../leaving/known-note';
import type { Member } from './use-member';

/** For now, or for good. */
export type Leaving = 'deactivate' | 'remove';

export interface LeavingDialogsProps {
  readonly member: Member;
  readonly leaving: Leaving | null;
  readonly onClose: () => void;
}

/** Asks before a member loses the company, for now or for good. */
export function LeavingDialogs({ member, leaving, onClose }: LeavingDialogsProps) {
  const { t } = useTranslation('user');
  const shared = { thing: member.username, onClose, describeError: useProblemText() };
  const { deactivate, remove } = useLeaving(member, onClose);
  return (
    <>
      <DangerDialog
        {...shared}
        opened={leaving === 'deactivate'}
        title={t('deactivateTitle')}
        effect={t('deactivateEffect')}
        confirmLabel={t('deactivate')}
        onConfirm={deactivate}
      />
      <DangerDialog
        {...shared}
        opened={leaving === 'remove'}
        title={t('removeTitle')}
        effect={t('removeEffect')}
        confirmLabel={t('remove')}
        onConfirm={remove}
      >
        <KnownNote userId={member.id} />
      </DangerDialog>
    </>
  );
}

function useLeaving({ id }: Member, onClose: () => void) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const path = { id };

  async function deactivate(): Promise<void> {
    await api.PATCH('/api/v1/users/{id}', { params: { path }, body: { active: false } });
    onClose();
    await queries.invalidateQueries({ queryKey: queryKeys.users() });
  }

  async function remove(): Promise<void> {
    await api.DELETE('/api/v1/users/{id}', { params: { path } });
    onClose();
    // A list that was read before still names who was just removed, so none is drawn until it is read again.
    queries.removeQueries({ queryKey: queryKeys.users(), type: 'inactive' });
    await navigate('/users');
    queries.removeQueries({ queryKey: queryKeys.users('one', id) });
    await queries.invalidateQueries({ queryKey: queryKeys.users() });
  }

  return { deactivate, remove };
}
