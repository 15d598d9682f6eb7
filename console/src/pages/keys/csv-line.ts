/**
 * One record of a CSV file (RFC 4180), with its line end, as the export of the audit trail has it. A cell that a spreadsheet
 * would take for a formula gets an apostrophe in front: names are chosen by people, and whoever opens the file must not run
 * what they chose.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(harmless(cell))).join(',')}\r\n`;
}

function harmless(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
