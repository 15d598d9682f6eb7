import { useTranslation } from 'react-i18next';
import { plainWords } from '../../../../libs/events';

/** Says what happened to a key. An event that is not known yet is said in plain words. */
export function useEventLabel(): (type: string) => string {
  const { t, i18n } = useTranslation('key');
  return (type) => {
    const label = `event.${type.replace(/^key\./, '')}`;
    // Not a literal: the types are the server's. A test holds this file of strings against the catalogue.
    return i18n.exists(`key:${label}`) ? t(label as 'event.revoked') : plainWords(type);
  };
}
