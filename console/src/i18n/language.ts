import { basePath } from '../api/base-path';
import { type Language, languages } from './namespaces';

const storageKey = 'kunci.language';

/** What was chosen here before, else what the browser prefers. */
export function rememberedLanguage(): Language {
  const chosen = known(localStorage.getItem(storageKey));
  if (chosen !== null) tellServer(chosen);
  return chosen ?? known(navigator.language.slice(0, 2)) ?? 'en';
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
  tellServer(language);
}

/** It sends the form for signing in ahead of all scripts, and so has to know the language. */
function tellServer(language: Language): void {
  document.cookie = `kunci_language=${language}; path=${basePath() || '/'}; max-age=31536000; samesite=lax`;
}

function known(text: string | null): Language | null {
  return languages.find((language) => language === text) ?? null;
}
