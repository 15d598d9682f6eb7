import { useTranslation } from 'react-i18next';
import { maskedKey } from '../patterns/masking';
import type { Key } from './key';

/** What a key is called: by its name, or by how it begins and ends where it has none. */
export function useKeyName(): (key: Pick<Key, 'name' | 'start' | 'last4'>) => string {
  const { t } = useTranslation('keys');
  return ({ name, start, last4 }) => name ?? t('unnamed', { key: maskedKey({ start, last4 }) });
}
