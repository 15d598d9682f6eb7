import { useTranslation } from 'react-i18next';
import type { Key } from './key';

/** Says beside a key that it is a test key; nothing beside one for real use, as most are. */
export function TestMark({ apiKey: { environment } }: { readonly apiKey: Pick<Key, 'environment'> }) {
  const { t } = useTranslation('keys');
  return environment === 'test' ? <span className="kunci-mark">{t('test')}</span> : null;
}
