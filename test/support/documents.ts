import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

/** Where documents for people are: the root and these folders, with all that is below. */
const folders = ['docs', 'integrations', '.github'];

/** A fenced block of a document, and what says how a test treats it. */
export interface CodeBlock {
  /** Path of the document from the root of the repository. */
  readonly document: string;
  /** The line of the opening fence, from 1. */
  readonly line: number;
  /** The first word after the fence: `sh`, `text`, … */
  readonly language: string;
  /** `by-hand` where a person has to run it; the empty string otherwise. */
  readonly marker: string;
  readonly text: string;
  /** The HTML comment right above it, or null. */
  readonly comment: string | null;
  /** What stands right below an `sh` block in a `text` block: what it prints. Null where the document does not show it. */
  readonly output: string | null;
}

/** Why a block is left to people, and what a test runs in its place. */
export interface ByHand {
  readonly reason: string;
  readonly standIn: string;
}

/** Every Markdown file, by its path from the root. */
export function documents(): string[] {
  const inRoot = readdirSync(root).filter((name) => name.endsWith('.md'));
  const below = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/'))),
  );
  return [...inRoot, ...below].sort();
}

export function textOf(document: string): string {
  return readFileSync(path.join(root, document), 'utf8');
}

/** The fenced blocks of a document, in their order. */
export function codeBlocks(document: string, text = textOf(document)): CodeBlock[] {
  const lines = text.split('\n');
  const blocks: CodeBlock[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [, indent = '', language = '', marker = ''] = /^( *)```(\S*) ?(.*)$/.exec(lines[at] ?? '') ?? [];
    if (!/^ *```/.test(lines[at] ?? '')) continue;
    const end = lines.findIndex((line, index) => index > at && line.trim() === '```');
    if (end === -1) throw new Error(`${document}:${at + 1} opens a block that nothing closes.`);
    const content = lines.slice(at + 1, end).map((line) => line.slice(indent.length));
    const place = { document, line: at + 1, language, marker };
    const comment = commentAbove(lines.slice(0, at).join('\n'));
    blocks.push({ ...place, text: content.join('\n'), comment, output: outputBelow(lines.slice(end + 1)) });
    at = end;
  }
  return blocks;
}

/** What the comment above a block says, in the form `by hand: REASON In the test: COMMANDS`; null where it says nothing such. */
export function byHand({ comment }: CodeBlock): ByHand | null {
  const [, reason, standIn = ''] = /^by hand: (.+?)(?:\s+In the test: (.+))?$/s.exec(comment ?? '') ?? [];
  return reason === undefined ? null : { reason, standIn };
}

function commentAbove(text: string): string | null {
  return /<!--((?:(?!-->).)*)-->\s*$/s.exec(text)?.[1]?.trim() ?? null;
}

function outputBelow(lines: readonly string[]): string | null {
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first === -1 || lines[first]?.trim() !== '```text') return null;
  const indent = /^ */.exec(lines[first])?.[0].length ?? 0;
  const end = lines.findIndex((line, index) => index > first && line.trim() === '```');
  return lines
    .slice(first + 1, end)
    .map((line) => line.slice(indent))
    .join('\n');
}
