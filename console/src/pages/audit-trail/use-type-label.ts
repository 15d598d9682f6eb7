import { useTranslation } from 'react-i18next';
import { plainWords } from '../../../../libs/events';

/** What a type of event is called. One that has no translation, as of a business module, is said in plain words. */
export function useTypeLabel(): (type: string) => string {
  const { t, i18n } = useTranslation('audit-trail');
  return (type) => {
    const label = `types.${type}`;
    // Not a literal: the types are the server's. A test holds this file of strings against the catalogue.
    return i18n.exists(`audit-trail:${label}`) ? t(label as 'types.key.revoked') : plainWords(type);
  };
}
