import i18next, { type BackendModule, type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { loadPart } from '../api/load-part';
import { brand } from '../look/brand';
import { rememberedLanguage, rememberLanguage } from './language';
import { frontStrings } from '../../front-strings.mjs';
import { languages, namespaces } from './namespaces';

type StringFile = () => Promise<ResourceKey>;
const files = import.meta.glob<ResourceKey>('../locales/*/*.json', { import: 'default' }) as Record<
  string,
  StringFile
>;

/** Loads a file of strings when the first component asks for it. */
const stringFiles: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    const load = files[`../locales/${language}/${namespace}.json`];
    if (load === undefined) throw new Error(`No strings ${language}/${namespace}`);
    loadPart(load).then(
      (strings) => done(null, strings),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), null),
    );
  },
};

/** Makes the strings of the front door ready in the language of who reads. */
export async function startStrings(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next
    .use(stringFiles)
    .use(initReactI18next)
    .init({
      lng: rememberedLanguage(),
      supportedLngs: languages,
      fallbackLng: false,
      ns: frontStrings satisfies readonly (typeof namespaces)[number][],
      defaultNS: 'shell',
      // React escapes.
      interpolation: { escapeValue: false, defaultVariables: { brand: brand().name } },
      // An advertisement in the browser's console.
      showSupportNotice: false,
    });
}

/**
 * Loads all other strings. They come with the frame around the pages: a page that has to wait for those of a dialog while it opens
 * it is hidden meanwhile, and forgets where the focus was.
 */
export async function loadStrings(): Promise<void> {
  await i18next.loadNamespaces(namespaces);
}

/** Speaks this language from now on, also next time. */
export async function speak(language: (typeof languages)[number]): Promise<void> {
  rememberLanguage(language);
  await i18next.changeLanguage(language);
}
