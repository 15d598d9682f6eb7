import { inColumns } from '../terminal/columns';
import { harmless, type Terminal } from '../terminal/terminal';
import { type Call, type CommandOption } from './remote-command';

export const jsonOption: CommandOption = { flags: '--json', meaning: 'print JSON, for programs' };

/** Of a service key: the company that it acts for. */
export const companyOption: CommandOption = {
  flags: '--company <slug>',
  meaning: 'of a service key: the company that it acts for, by slug or id',
};

/** One column of a list: its heading, and what stands there. */
export type Column<Item> = readonly [heading: string, cell: (item: Item, terminal: Terminal) => string];

/** Prints a list: as columns for people, as JSON for programs. */
export function showList<Item>(
  { options, terminal }: Call,
  items: readonly Item[],
  columns: readonly Column<Item>[],
): void {
  if (options.flag('json')) terminal.printJson(items);
  else if (items.length === 0) terminal.tell('There are none.');
  else printColumns(terminal, items, columns);
}

function printColumns<Item>(
  terminal: Terminal,
  items: readonly Item[],
  columns: readonly Column<Item>[],
): void {
  const headings = columns.map(([heading]) => terminal.styled('bold', heading));
  const rows = items.map((item) => columns.map(([, cell]) => cell(item, terminal) || '-'));
  for (const line of inColumns([headings, ...rows])) terminal.print(line);
}

/** Prints facts about one thing, one a line. Those that are null or empty are left out. */
export function showFacts(
  { options, terminal }: Call,
  thing: unknown,
  facts: readonly (readonly [label: string, value: string | null | undefined])[],
): void {
  if (options.flag('json')) {
    terminal.printJson(thing);
    return;
  }
  const known = facts.flatMap(([label, value]) =>
    value ? [[terminal.styled('bold', label), harmless(value)]] : [],
  );
  for (const line of inColumns(known)) terminal.print(line);
}

/** To the minute, which is as much as a list has room for. */
export function minuteOf(time: string | null): string {
  return time === null ? '' : `${time.slice(0, 10)} ${time.slice(11, 16)}Z`;
}
