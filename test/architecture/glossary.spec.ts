import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root, type SourceFile, sourceFiles } from './repository';
import { exportsOf, oldNamesIn, oldPhrasesIn, riddlesIn } from './words';

const generated = /^libs\/sdk\/|^packages\/\w+\/dist\//;
const code = sourceFiles('src', 'libs', 'packages', 'console').filter(({ file }) => !generated.test(file));

/** Comments and titles of tests, without the two files that quote what is banned, and without former versions. */
const tests = sourceFiles('test').filter(
  ({ file }) => !/^test\/(architecture\/(words|glossary\.spec)\.ts|frozen\/)/.test(file),
);

/** Not read through yet; and migrations, which are never edited. */
const notReadThrough =
  /^(src\/(migrations|platform\/(http|logging|metrics)|api-keys\/(lists|commands)|audit|cluster)|test\/bench|docs\/(adr|performance))\b/;

/** Texts that are not code. What is history stays as it was written: the changelog and records that were replaced. */
const texts = [
  ...readdirSync(root).filter((name) => name.endsWith('.md') && name !== 'CHANGELOG.md'),
  ...under('docs', '.md'),
  ...under('console/src/locales', '.json'),
]
  .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }))
  .filter(({ text }) => !/^\*\*Status:\*\* (replaced|superseded)/m.test(text));

function under(folder: string, ending: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll(path.sep, '/')}`)
    .filter((name) => name.endsWith(ending));
}

/** The names of a glossary that are not exported where it says, as `name: file`. */
function missingIn(glossary: string, files: readonly SourceFile[]): string[] {
  return [...glossary.matchAll(/`(\w+)` in `([^`]+)`/g)].flatMap(([, name = '', place = '']) => {
    const found = files.find(({ file }) => file === place);
    return found !== undefined && exportsOf(place, found.text).includes(name) ? [] : [`${name}: ${place}`];
  });
}

describe('docs/glossary.md', () => {
  const glossary = readFileSync(path.join(root, 'docs/glossary.md'), 'utf8');
  const rows = glossary.split('\n').filter((line) => /^\| (?!Term\b|-)/.test(line));

  it('says of each term what it means and where it lives', () => {
    expect(rows.length).toBeGreaterThan(40);
    expect(rows.filter((row) => !/^\| [^|]+ \| [^|]+ \| `\w+` in `[^`]+`\s+\|$/.test(row))).toEqual([]);
  });

  it('names what is there', () => {
    expect(missingIn(glossary, code)).toEqual([]);
  });

  it('is not believed where it is out of date', () => {
    const files = [{ file: 'src/a.ts', text: 'export class Here {}\nclass Hidden {}' }];
    const outdated =
      '`Here` in `src/a.ts` · `Gone` in `src/a.ts` · `Hidden` in `src/a.ts` · `Here` in `src/b.ts`';

    expect(missingIn(outdated, files)).toEqual(['Gone: src/a.ts', 'Hidden: src/a.ts', 'Here: src/b.ts']);
  });
});

describe('the names of files and exports', () => {
  it('are those of the glossary, and not what they were called before', () => {
    expect(oldNamesIn(code)).toEqual([]);
  });

  it('are found when an older word comes back', () => {
    const files = [
      { file: 'src/api-keys/acts/key-wishes.ts', text: 'export function refuseMissingName(): void {}' },
      { file: 'src/limits/holding.ts', text: 'export class Holding {}\nexport const mostKeys = 1;' },
      {
        file: 'src/auth/facts.ts',
        text: 'export interface KeyFacts {}\nconst mostHere = 1;\nclass Round {}',
      },
    ];

    expect(oldNamesIn(files)).toEqual([
      'src/api-keys/acts/key-wishes.ts: acts in its name',
      'src/api-keys/acts/key-wishes.ts: wishes in its name',
      'src/api-keys/acts/key-wishes.ts: refuseMissingName → assertX, for what throws unless all is well',
      'src/limits/holding.ts: Holding → LeasedTokens',
      'src/limits/holding.ts: mostKeys → maxX',
    ]);
  });
});

describe('comments, texts of the API and the console, and documents', () => {
  it('are in plain English of today', () => {
    expect(oldPhrasesIn([...code, ...tests, ...texts])).toEqual([]);
  });

  it('say who does what', () => {
    const read = [...code, ...tests, ...texts].filter(({ file }) => !notReadThrough.test(file));
    expect(riddlesIn(read)).toEqual([]);
  });

  it.each([
    ['The page is loaded anew.', 'anew'],
    ['End a key for ever', 'for ever'],
    ['Notes who asks, once per request.', 'who asks'],
    ['It is refused, whoever asks.', 'whoever asks'],
    ['No request with it is accepted any more.', 'any more'],
    ['Notes what became of it.', 'what became of'],
    ['IPv4 in the clothes of IPv6.', 'in the clothes of'],
    ['A user shall choose.', 'shall'],
  ])('are found when they say: %s', (text, phrase) => {
    expect(oldPhrasesIn([{ file: 'a.md', text: `Fine.\n${text}` }])).toEqual([
      expect.stringMatching(new RegExp(`^a\\.md:2: ${phrase} → `)),
    ]);
  });

  it.each([
    ['It is refused for who holds less.', 'for who'],
    ['an option that is none', 'that is none'],
    ['The button is no more.', 'is no more'],
    ['A key in the place of the password.', 'in the place of'],
    ['A kill in the midst of writing.', 'in the midst of'],
    ['All of them but for the last.', 'but for'],
    ['Nothing speaks against the key.', 'speaks against'],
    ['The event tells of the key.', 'tells of'],
    ['It lets go of its port.', 'lets go of'],
    ['It waited in vain.', 'in vain'],
  ])('are riddles when they say: %s', (text, phrase) => {
    expect(riddlesIn([{ file: 'a.md', text: `Fine.\n${text}` }])).toEqual([
      expect.stringMatching(new RegExp(`^a\\.md:2: ${phrase} → `)),
    ]);
  });
});
