import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type EventKind, events } from '../../libs/events';
import { fieldFaultCodes, fieldFormats, fieldReferences, problemCatalogue } from '../../libs/problems';
import { manifests } from '../../src/manifests';
import { root, sourceFiles } from './repository';
import { namesIn, type Strings, stringsIn, type Use, usesIn, withoutPlural } from './strings';

const folder = path.join(root, 'console/src/locales');
const languages = readdirSync(folder).sort();
const sources = sourceFiles('console/src').filter(({ file }) => !/\.(spec|d)\.tsx?$/.test(file));

const english = stringsIn(path.join(folder, 'en'));
const indonesian = stringsIn(path.join(folder, 'id'));

/** In the order in which the frame has them: the first is where `t` looks if nothing else is said. */
const namespacesOf = (strings: Strings): string[] => {
  const names = [...new Set([...strings.keys()].map((key) => key.split(':')[0] ?? ''))];
  return names.sort((one, other) => Number(other === 'shell') - Number(one === 'shell'));
};

/** Nobody reads this one in the console. */
const withoutConsole = 'console-not-built';

/** What the console says problems in, by their codes. */
const problemKeysOf = (codes: readonly string[]): string[] => codes.map((code) => `problems:${code}`);
const problemKeys = problemKeysOf(problemCatalogue().codes.filter((code) => code !== withoutConsole));

/** These have a sentence for each thing that they name, and otherwise use the server's words. */
const apart: readonly string[] = ['invalid-format', 'unknown-reference', 'invalid'];

/** What it says the faults of fields in. */
const faultKeys = [
  ...fieldFaultCodes.filter((code) => !apart.includes(code)).map((code) => `forms:fault.${code}`),
  ...fieldFormats.map((format) => `forms:format.${format}`),
  ...fieldReferences.map((thing) => `forms:reference.${thing}`),
];

/** What it tells events in: a label and a sentence each. */
const eventKeysOf = (kinds: readonly EventKind[]): string[] =>
  kinds.flatMap(({ type }) => [`audit-trail:types.${type}`, `audit-trail:says.${type}`]);
const eventKeys = eventKeysOf(Object.values(events));

/** A business module may have words here, and may go without: then its own sentence is shown, or plain words. */
const moduleKeys = manifests.flatMap((manifest) => [
  ...problemKeysOf(manifest.problems.map(({ code }) => code)),
  ...eventKeysOf(manifest.events),
]);

/** What the page of a key tells its events in. */
const keyEventKeys = Object.values(events)
  .filter(({ target }) => target === 'key')
  .map(({ type }) => `key:event.${type.slice('key.'.length)}`);

const keysOf = (strings: Strings): string[] => [...new Set([...strings.keys()].map(withoutPlural))];

/** What the details of a report are called in the audit trail. */
const factKeys = [events.keyReported, events.serviceKeyReported].flatMap(({ data }) =>
  Object.keys(data.shape).map((fact) => `audit-trail:fact.${fact}`),
);

const catalogueKeys = [...problemKeys, ...faultKeys, ...eventKeys, ...keyEventKeys, ...factKeys];

const missing = (uses: readonly Use[], strings: Strings): string[] => {
  const there = new Set([...keysOf(strings), ...strings.keys()]);
  return uses
    .filter(({ anyOf }) => !anyOf.some((key) => there.has(key)))
    .map(({ file, anyOf }) => `${file}: ${anyOf.join(' or ')}`);
};

const unused = (uses: readonly Use[], strings: Strings, named: readonly string[] = []): string[] => {
  const asked = new Set([...uses.flatMap(({ anyOf }) => anyOf), ...named]);
  return keysOf(strings).filter((key) => !asked.has(key) && !asked.has(withoutPlural(key)));
};

/** The plural forms that a language has too few or too many of. */
const pluralFaults = (language: string, strings: Strings): string[] => {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const counted = keysOf(strings).filter((key) => !strings.has(key));
  const expected = counted.flatMap((key) => forms.map((form) => `${key}_${form}`));
  const given = [...strings.keys()].filter((key) => withoutPlural(key) !== key);
  return [
    ...expected.filter((key) => !strings.has(key)).map((key) => `${language} lacks ${key}`),
    ...given.filter((key) => !expected.includes(key)).map((key) => `${language} has no use for ${key}`),
  ];
};

/** What a string is given to say, as `{{name}}`, and the tags around its parts. */
const slotsOf = (text: string): string[] =>
  [...new Set(text.match(/\{\{[^}]+\}\}|<\/?\w+\/?>/g) ?? [])].sort();

const uses = sources.flatMap(({ file, text }) => usesIn(file, text, namespacesOf(english)));
const named = sources.flatMap(({ file, text }) => namesIn(file, text, namespacesOf(english)));

describe('the strings of the console', () => {
  it('are in English and Indonesian', () => {
    expect(languages).toEqual(['en', 'id']);
    expect(english.size).toBeGreaterThan(20);
  });

  it('are the same in both', () => {
    const [first, second] = [keysOf(english), keysOf(indonesian)];

    expect(first.filter((key) => !second.includes(key))).toEqual([]);
    expect(second.filter((key) => !first.includes(key))).toEqual([]);
  });

  it.each([
    ['en', english],
    ['id', indonesian],
  ])('are all there for the code that asks for them, in %s', (_language, strings) => {
    expect(missing(uses, strings)).toEqual([]);
  });

  it('are all asked for', () => {
    expect(unused(uses, english, [...named, ...catalogueKeys, ...moduleKeys])).toEqual([]);
  });

  it('have the plural forms of their language', () => {
    expect([...pluralFaults('en', english), ...pluralFaults('id', indonesian)]).toEqual([]);
  });

  it('say the same things in both, and are not empty', () => {
    const different = [...english].flatMap(([key, text]) => {
      const other = indonesian.get(key);
      if (text.trim() === '' || other?.trim() === '') return [`${key} is empty`];
      return other !== undefined && slotsOf(text).join() !== slotsOf(other).join() ? [key] : [];
    });

    expect(different).toEqual([]);
  });

  it('have words for every problem, every fault of a field and every event that the catalogues have', () => {
    expect(catalogueKeys.filter((key) => !keysOf(english).includes(key))).toEqual([]);
  });
});

describe('a string', () => {
  const strings: Strings = new Map([
    ['shell:close', 'Close'],
    ['keys:title', 'Keys'],
    ['keys:found_one', 'One key'],
    ['keys:found_other', '{{count}} keys'],
    ['keys:old', 'Nobody says this'],
  ]);
  const code = `
    const label = 'shell:close';
    const { t } = useTranslation('keys');
    const lines = [t('title'), t('found', { count: 2 }), t(isNew ? 'new' : 'title'), t('shell:lost')];
    const sentence = 'keys: a sentence';
    export const Note = () => <Trans i18nKey="note" />;
  `;
  const asked = usesIn('keys.tsx', code, namespacesOf(strings));

  it('that is not there is missed, however it is asked for', () => {
    expect(missing(asked, strings).sort()).toEqual([
      'keys.tsx: keys:new',
      'keys.tsx: keys:note',
      'keys.tsx: shell:lost',
    ]);
  });

  it('that nobody asks for is found', () => {
    expect(unused(asked, strings)).toEqual(['keys:old']);
    expect(unused(asked, strings, namesIn('pages/keys/x.ts', "const label = 'old';", ['keys']))).toEqual([]);
    expect(namesIn('pages/users/x.ts', "const label = 'old';", ['keys'])).toEqual([]);
  });

  it('is in want of a plural form where its language has one more', () => {
    expect(pluralFaults('en', strings)).toEqual([]);
    expect(pluralFaults('id', strings)).toEqual(['id has no use for keys:found_one']);
    expect(pluralFaults('en', new Map([['keys:found_other', '']]))).toEqual(['en lacks keys:found_one']);
  });
});
