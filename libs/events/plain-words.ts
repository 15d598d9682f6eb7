/**
 * Words for a type of event that nobody has translated: `sales-invoice.created` is “Sales invoice created”.
 *
 * @param type as the log has it
 */
export function plainWords(type: string): string {
  const words = type.replace(/[-._]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
