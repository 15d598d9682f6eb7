import { useTranslation } from 'react-i18next';
import { useKeyRights } from '../keys/use-key-rights';
import { useCan } from '../session/use-can';
import { useMayOpen } from '../shell/access';
import { allPlaces } from '../shell/places';
import { isNamed, type Result } from './result';

/** The pages that are named like this; all of them while nothing is typed. */
export function usePagesFound(typed: string): readonly Result[] {
  const { t } = useTranslation('shell');
  const mayOpen = useMayOpen();
  return allPlaces
    .filter(({ menu, path }) => (menu !== null || path === '/') && mayOpen(path))
    .map(({ path, label }) => ({ id: `page ${path}`, label: t(label), hint: null, to: path }))
    .filter(({ label }) => isNamed(label, typed));
}

/** What one may begin, where it is begun. */
export function useActsFound(typed: string): readonly Result[] {
  const { t } = useTranslation('find');
  const mayOpen = useMayOpen();
  const { mayGenerate } = useKeyRights();
  const { can, readOnly } = useCan();
  const acts = [
    { label: t('act.createKey'), to: '/api-keys', may: mayGenerate('company') },
    { label: t('act.createProductKey'), to: '/developer-option', may: mayGenerate('product') },
    { label: t('act.createOwnKey'), to: '/my-settings', may: mayGenerate('personal') },
    { label: t('act.invite'), to: '/users', may: !readOnly && can('users:create') },
  ];
  return acts
    .filter(({ to, may, label }) => may && mayOpen(to) && isNamed(label, typed))
    .map(({ label, to }) => ({ id: `act ${to}`, label, hint: null, to }));
}
