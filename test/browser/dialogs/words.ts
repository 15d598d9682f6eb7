import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInstance, type ResourceLanguage } from 'i18next';
import { type Look } from '../support';

/** Looks a string up: `t('keys:delete.title')`, with what is put into it. One that is not there is a mistake of the test. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const locales = path.resolve(__dirname, '../../../console/src/locales');

/** The console's own strings, so that what opens a dialog is found by its label in whatever language it is looked at. */
export function wordsIn(language: Look['language']): Words {
  const strings = createInstance();
  void strings.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    resources: { [language]: stringsOf(language) },
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  });
  return (key, values = {}) => {
    if (!strings.exists(key, values)) throw new Error(`There is no string ${key} in ${language}.`);
    return strings.t(key, values);
  };
}

function stringsOf(language: string): ResourceLanguage {
  const folder = path.join(locales, language);
  return Object.fromEntries(
    readdirSync(folder).map((file) => [
      path.basename(file, '.json'),
      // A cast: a file of strings is what the compiler sees where the console imports it.
      JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as ResourceLanguage[string],
    ]),
  );
}
