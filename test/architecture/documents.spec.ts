import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runElsewhere, walks } from '../shipped/documents/walks';
import { byHand, codeBlocks, documents, textOf } from '../support/documents';
import { root } from './repository';

const languages = ['sh', 'text', 'ts', 'diff', 'sql', 'json', 'ini', 'nginx', 'caddyfile', 'yaml'];
const longestReadmeBytes = 6 * 1024;
const shortestReason = 15;

const all = documents();
const blocks = all.flatMap((document) => codeBlocks(document));
const place = ({ document, line }: { document: string; line: number }): string => `${document}:${line}`;
// A cast: package.json is ours.
const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

describe('a block of a document', () => {
  it('says in which language it is', () => {
    expect(blocks.filter(({ language }) => !languages.includes(language)).map(place)).toEqual([]);
  });

  it('of shell commands is run by a test, or is marked by-hand', () => {
    const walked = [...walks.flatMap((walk) => walk.documents), ...Object.keys(runElsewhere)];
    const unmarked = blocks.filter(({ language, marker }) => language === 'sh' && marker === '');
    expect(unmarked.filter(({ document }) => !walked.includes(document)).map(place)).toEqual([]);
  });

  it('that is marked by-hand says why, in a comment right above it; and no other does', () => {
    const wrong = blocks.filter((block) => {
      const length = byHand(block)?.reason.length ?? 0;
      return block.marker === 'by-hand' ? length < shortestReason : block.marker !== '' || length > 0;
    });
    expect(wrong.map(place)).toEqual([]);
  });

  it('names only scripts that package.json has', () => {
    const named = blocks.flatMap((block) =>
      [...block.text.matchAll(/\bnpm run (?:--silent )?([a-z][\w:-]*)/g)].map(([, name = '']) => ({
        block,
        name,
      })),
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter(({ name }) => !(name in scripts)).map(({ block }) => place(block))).toEqual([]);
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

describe('the links of the documents', () => {
  const links = all.flatMap((document) =>
    [...proseOf(document).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => ({ document, target })),
  );
  const inside = links.filter(({ target }) => !/^[a-z]+:/.test(target));

  it('lead to files that are there', () => {
    const dead = inside.filter(
      ({ document, target }) => !existsSync(path.join(root, fileOf(document, target))),
    );
    expect(inside.length).toBeGreaterThan(30);
    expect(dead).toEqual([]);
  });

  it('and the paths that they name, are those of the tree', () => {
    const named = all
      .filter((document) => !isHistory(document))
      .flatMap((document) => pathsIn(document).map((file) => ({ document, file })));
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter(({ file }) => !isThere(file))).toEqual([]);
  });

  it('lead to headings that are there', () => {
    const dead = inside.filter(({ document, target }) => {
      const [, heading] = target.split('#');
      return heading !== undefined && !headingsOf(fileOf(document, target)).includes(heading);
    });
    expect(dead).toEqual([]);
  });
});

describe('README', () => {
  it('is short enough to be read', () => {
    expect(Buffer.byteLength(textOf('README.md'))).toBeLessThanOrEqual(longestReadmeBytes);
  });
});

/** A document without its blocks of code. */
function proseOf(document: string): string {
  return textOf(document).replaceAll(/^ *```[^]*?^ *```$/gm, '');
}

function fileOf(document: string, target: string): string {
  const [file = ''] = target.split('#');
  return file === '' ? document : path.posix.join(path.posix.dirname(document), file);
}

/** What says how something was, or was decided, then. */
function isHistory(document: string): boolean {
  return document === 'CHANGELOG.md' || document.startsWith('docs/adr/');
}

/** The files that a document names, in code or in a drawing, with at least one folder. */
function pathsIn(document: string): string[] {
  const paths = /(?<![\w./-])(?:[a-z][\w-]*\/)+[\w.-]+\.(?:ts|cjs|yml|conf|service|env)\b/g;
  return document === 'docs/guides/add-a-module.md' ? [] : (textOf(document).match(paths) ?? []);
}

/** From the root, or from `src` or a folder of it, as documents that draw one part of the tree say it. */
function isThere(file: string): boolean {
  return ['.', 'src', 'src/auth', 'src/api-keys'].some((from) => existsSync(path.join(root, from, file)));
}

/** As GitHub names them. */
function headingsOf(document: string): string[] {
  return [...proseOf(document).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
