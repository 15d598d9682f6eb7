import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Spread } from './rounds';
import { type Row } from './row';

const root = path.resolve(__dirname, '../../..');
const page = path.join(root, 'docs/performance.md');
const results = path.join(root, 'bench/results.json');
const marks = {
  begin: '<!-- figures: npm run bench writes from here -->',
  end: '<!-- to here -->',
} as const;

export interface Report {
  readonly machine: {
    readonly cpu: string;
    readonly cores: number;
    readonly memoryGiB: number;
    readonly node: string;
    readonly database: Readonly<Record<string, string>>;
  };
  /** By the name of what measured it. */
  readonly measured: Readonly<Record<string, Measured>>;
}

export interface Measured {
  readonly date: string;
  readonly rows: readonly Row[];
}

/** The figures as a Markdown table, as Prettier would lay it out. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.name,
    `${shown(row.value.median)} ${row.unit}`,
    spread(row.value),
    row.target === null ? '' : `${row.target.bound === 'at least' ? '≥' : '≤'} ${shown(row.target.value)}`,
    row.reached === null ? '' : row.reached ? 'reached' : 'missed',
  ]);
  const head = ['figure', 'median', 'from – to', 'target', ''];
  const widths = head.map((title, at) =>
    Math.max(3, ...[head, ...cells].map((line) => (line[at] ?? title).length)),
  );
  const line = (texts: readonly string[]): string =>
    `| ${widths.map((width, at) => (texts[at] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n');
}

/**
 * Writes `bench/results.json`, and the tables of `docs/performance.md`. What was not measured this time stays as it was, with its date.
 * @param order the names of all that can be measured, as they follow each other on the page.
 */
export function publish({ machine, measured }: Report, order: readonly string[]): void {
  const all = { ...former(), ...measured };
  const known = order.flatMap((name) => (all[name] ? [[name, all[name]] as const] : []));
  const report = { machine, measured: Object.fromEntries(known) };
  mkdirSync(path.dirname(results), { recursive: true });
  writeFileSync(results, `${JSON.stringify(report, null, 2)}\n`);
  const text = readFileSync(page, 'utf8');
  const [before, rest] = text.split(marks.begin);
  const [, after] = (rest ?? '').split(marks.end);
  if (before === undefined || after === undefined) throw new Error('docs/performance.md has lost its marks.');
  writeFileSync(page, `${before}${marks.begin}\n\n${figuresOf(report)}\n\n${marks.end}${after}`);
}

function former(): Report['measured'] {
  if (!existsSync(results)) return {};
  // A cast: `publish` wrote it.
  return (JSON.parse(readFileSync(results, 'utf8')) as Report).measured;
}

function figuresOf({ machine, measured }: Report): string {
  const { version, innodb_flush_log_at_trx_commit: flush } = machine.database;
  const on = `${machine.cores} cores (${machine.cpu}), ${machine.memoryGiB} GiB, Node ${machine.node}, database ${version}`;
  const intro = `Measured on one machine with all on it: ${on}; flush at commit ${flush}.`;
  const dated = Object.values(measured).flatMap(({ date, rows }) =>
    rows.map((row) => ({ row, day: date.slice(0, 10) })),
  );
  const sections = [...new Set(dated.map(({ row }) => row.section))].map((section) => {
    const own = dated.filter(({ row }) => row.section === section);
    const days = [...new Set(own.map(({ day }) => day))].sort().join(' and ');
    return `### ${section}\n\nOn ${days}.\n\n${tableOf(own.map(({ row }) => row))}`;
  });
  return [intro, ...sections].join('\n\n');
}

function spread({ min, max }: Spread): string {
  return min === max ? '' : `${shown(min)} – ${shown(max)}`;
}

function shown(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}
