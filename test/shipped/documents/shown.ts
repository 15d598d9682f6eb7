/**
 * Whether a block printed what its document shows. `…` in what is shown matches anything, within a line or across lines.
 * @returns null where it did; otherwise both, to be read side by side.
 */
export function differsFromShown(printed: string, shown: string): object | null {
  const parts = shown
    .trim()
    .split('…')
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const isShown = new RegExp(`^${parts.join('[^]*?')}$`).test(printed.trim());
  return isShown ? null : { shown: shown.trim(), printed: printed.trim() };
}
