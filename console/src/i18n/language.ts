import { type Language, languages } from './namespaces';

const storageKey = 'kunci.language';

/** What was chosen here before, else what the browser prefers. */
export function rememberedLanguage(): Language {
  return known(localStorage.getItem(storageKey)) ?? known(navigator.language.slice(0, 2)) ?? 'en';
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
}

function known(text: string | null): Language | null {
  return languages.find((language) => language === text) ?? null;
}
