import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runElsewhere, walks } from '../shipped/documents/walks';
import { byHand, type CodeBlock, codeBlocks, documents, textOf } from '../support/documents';
import { root } from './repository';

const languages = ['sh', 'text', 'ts', 'diff', 'sql', 'json', 'ini', 'nginx', 'caddyfile', 'yaml'];
const longestReadmeBytes = 6 * 1024;
const shortestReason = 15;

const all = documents();
const blocks = all.flatMap((document) => codeBlocks(document));
const links = all.flatMap((document) => linksIn(document, textOf(document)));
const followed = [...walks.flatMap((walk) => walk.documents), ...Object.keys(runElsewhere)];
const blocksOf = (text: string): CodeBlock[] => codeBlocks('docs/new.md', text);

describe('a block of a document', () => {
  it('says in which language it is', () => {
    expect(blocks.filter(({ language }) => !languages.includes(language)).map(place)).toEqual([]);
  });

  it('of shell commands is run by a test, or is marked by-hand', () => {
    expect(notRun(blocks)).toEqual([]);
    expect(notRun(blocksOf('# New\n\n```sh\nnpm start\n```\n'))).toEqual(['docs/new.md:3']);
  });

  it('that is marked by-hand says why, in a comment right above it; and no other does', () => {
    expect(wronglyMarked(blocks)).toEqual([]);
    const marked = '```sh by-hand\nnpm start\n```\n';
    const why = '<!-- by hand: keeps the terminal. -->';
    expect(wronglyMarked(blocksOf(`${why}\n\n${marked}`))).toEqual([]);
    expect(wronglyMarked(blocksOf(marked))).toEqual(['docs/new.md:1']);
    expect(wronglyMarked(blocksOf(`<!-- by hand: no -->\n\n${marked}`))).toEqual(['docs/new.md:3']);
    expect(wronglyMarked(blocksOf(`${why}\n\nSome words.\n\n${marked}`))).toEqual(['docs/new.md:5']);
    expect(wronglyMarked(blocksOf(`${why}\n\n\`\`\`sh\nnpm start\n\`\`\`\n`))).toEqual(['docs/new.md:3']);
    expect(wronglyMarked(blocksOf('```sh later\nnpm start\n```\n'))).toEqual(['docs/new.md:1']);
  });

  it('names only scripts that package.json has', () => {
    expect(unknownScripts(blocks)).toEqual([]);
    expect(unknownScripts(blocksOf('```sh\nnpm run lint\nnpm run nonsense\n```\n'))).toEqual(['nonsense']);
  });
});

describe('a document that another spec runs', () => {
  it('is named in that spec', () => {
    const unnamed = Object.entries(runElsewhere).filter(
      ([document, spec]) =>
        !readFileSync(path.join(root, spec), 'utf8').includes(path.posix.basename(document)),
    );
    expect(unnamed).toEqual([]);
  });
});

describe('what documents point to', () => {
  it('are files that are there, and headings', () => {
    expect(links.length).toBeGreaterThan(40);
    expect(links.filter(isDead)).toEqual([]);
    const text =
      '[1](CHANGELOG.md) [2](nothing.md) [3](CHANGELOG.md#010---2026-11-21) [4](CHANGELOG.md#no) [5](https://x.test)';
    expect(linksIn('README.md', text).map(isDead)).toEqual([false, true, false, true]);
  });

  it('are paths of the tree', () => {
    const named = all
      .filter((document) => !isHistory(document))
      .flatMap((document) => pathsIn(textOf(document)));
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((file) => !isThere(file))).toEqual([]);
    expect(pathsIn('`src/main.ts` and `src/nothing.ts`').map(isThere)).toEqual([true, false]);
  });

  it('are all the pictures', () => {
    const shown = links.map(({ target }) => path.posix.basename(target));
    const files = readdirSync(path.join(root, 'docs/pictures'));
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !shown.includes(file))).toEqual([]);
  });
});

describe('a guide to a tool', () => {
  const guides = {
    'docs/guides/gateway-nginx.md': 'integrations/nginx/gateway.conf',
    'docs/guides/gateway-caddy.md': 'integrations/caddy/gateway.Caddyfile',
  };

  it.each(Object.entries(guides))('shows what ships: %s', (guide, file) => {
    const shipped = unindented(readFileSync(path.join(root, file), 'utf8'));
    const shown = codeBlocks(guide, textOf(guide)).filter(({ language }) => language !== 'sh');

    expect(shown.length).toBeGreaterThan(1);
    for (const { text } of shown) expect(shipped).toContain(unindented(text));
  });

  it.each([...Object.keys(guides), 'docs/guides/zapier.md', 'docs/guides/bruno.md', 'docs/guides/cli.md'])(
    'is one page: %s',
    (guide) => {
      expect(textOf(guide).trimEnd().split('\n').length).toBeLessThanOrEqual(40);
    },
  );
});

describe('the list of the guides', () => {
  const list = 'docs/guides/README.md';

  it('leads to each of them', () => {
    const linked = linksIn(list, textOf(list)).map(({ target }) => `docs/guides/${target}`);
    const guides = all.filter((document) => document.startsWith('docs/guides/') && document !== list);
    expect(guides.filter((guide) => !linked.includes(guide))).toEqual([]);
  });

  it('names each program in the version that the tests install', () => {
    // A cast: package.json is ours.
    const { dependencies } = JSON.parse(readFileSync(path.join(root, 'test/tools/package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const named = all
      .filter((document) => document.startsWith('docs/guides/'))
      .flatMap((document) => [...textOf(document).matchAll(/`([@\w/-]+)` (\d+\.\d+\.\d+)/g)]);
    const wrong = named.filter(([, name = '', version]) => dependencies[name] !== version);

    expect(named.length).toBeGreaterThan(3);
    expect(wrong.map(([text]) => text)).toEqual([]);
  });
});

describe('README', () => {
  it('is short enough to be read', () => {
    expect(Buffer.byteLength(textOf('README.md'))).toBeLessThanOrEqual(longestReadmeBytes);
  });
});

interface Link {
  readonly document: string;
  readonly target: string;
}

function unindented(text: string): string {
  return text.trim().replace(/^[ \t]+/gm, '');
}

function place({ document, line }: CodeBlock): string {
  return `${document}:${line}`;
}

function notRun(some: readonly CodeBlock[]): string[] {
  const unmarked = some.filter(({ language, marker }) => language === 'sh' && marker === '');
  return unmarked.filter(({ document }) => !followed.includes(document)).map(place);
}

function wronglyMarked(some: readonly CodeBlock[]): string[] {
  return some
    .filter((block) => {
      const length = byHand(block)?.reason.length ?? 0;
      return block.marker === 'by-hand' ? length < shortestReason : block.marker !== '' || length > 0;
    })
    .map(place);
}

function unknownScripts(some: readonly CodeBlock[]): string[] {
  // A cast: package.json is ours.
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    scripts: object;
  };
  return some
    .flatMap(({ text }) => [...text.matchAll(/\bnpm run (?:--silent )?([a-z][\w:-]*)/g)])
    .map(([, name = '']) => name)
    .filter((name) => !(name in scripts));
}

/** Links within the repository. */
function linksIn(document: string, text: string): Link[] {
  return [...proseOf(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => ({ document, target }))
    .filter(({ target }) => !/^[a-z]+:/.test(target));
}

function isDead({ document, target }: Link): boolean {
  const [name = '', heading] = target.split('#');
  const file = name === '' ? document : path.posix.join(path.posix.dirname(document), name);
  if (!existsSync(path.join(root, file))) return true;
  return heading !== undefined && !headingsOf(textOf(file)).includes(heading);
}

/** As GitHub names them. */
function headingsOf(text: string): string[] {
  return [...proseOf(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function proseOf(text: string): string {
  return text.replaceAll(/^ *```[^]*?^ *```$/gm, '');
}

/** What says how something was, or was decided, then; or what a reader will make. */
function isHistory(document: string): boolean {
  return /^CHANGELOG\.md$|^docs\/adr\/|^docs\/guides\/(add-a-module|a-module-in-a-package)\.md$/.test(
    document,
  );
}

/** The files that a text names, in prose or in a drawing, with at least one folder. */
function pathsIn(text: string): string[] {
  return text.match(/(?<![\w./-])(?:[a-z][\w-]*\/)+[\w.-]+\.(?:ts|cjs|yml|conf|service|env)\b/g) ?? [];
}

/** From the root, or from `src` or a folder of it, as documents that draw one part of the tree say it. */
function isThere(file: string): boolean {
  return ['.', 'src', 'src/auth', 'src/api-keys'].some((from) => existsSync(path.join(root, from, file)));
}
