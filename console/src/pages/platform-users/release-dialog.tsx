import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { isProblem } from '../../api/problem';
import { queryKeys } from '../../api/query-keys';
import { useProblemText } from '../../i18n/use-problem-text';
import { TypedDangerDialog } from '../../patterns/typed-danger-dialog';
import type { Person } from './use-columns';

export interface ReleaseDialogProps {
  readonly opened: boolean;
  /** Stays while the dialog closes. */
  readonly person: Person | null;
  readonly onReleased: (person: Person) => void;
  readonly onClose: () => void;
}

/** Asks before an account is nobody's, for good. */
export function ReleaseDialog({ opened, person, onReleased, onClose }: ReleaseDialogProps) {
  const { t } = useTranslation('platform-users');
  const textOf = useProblemText();
  const queries = useQueryClient();
  const username = person?.username ?? '';
  const release = async (): Promise<void> => {
    if (person === null) return;
    const params = { path: { id: person.id } };
    await answerOf(api.POST('/api/v1/platform/users/{id}/release', { params }));
    await queries.invalidateQueries({ queryKey: queryKeys.platform() });
    onReleased(person);
    onClose();
  };
  return (
    <TypedDangerDialog
      opened={opened}
      title={t('release.title')}
      thing={username}
      effect={t('release.text')}
      wanted={username}
      label={t('release.typed')}
      hint={t('release.typedHint', { username })}
      mismatch={t('release.mismatch', { username })}
      confirmLabel={t('release.act')}
      onConfirm={release}
      onClose={onClose}
      describeError={(error) => (isProblem(error, 'last-owner') ? t('release.lastOwner') : textOf(error))}
    />
  );
}
