/**
 * What a header says. Node reads its bytes as Latin-1, while clients write UTF-8: a zero-width blank that was pasted with a
 * key comes as three odd letters. Bytes that are no UTF-8 stay as they are.
 */
export function headerText(raw: string): string {
  if (!/[\u0080-\u00FF]/.test(raw)) return raw;
  const text = Buffer.from(raw, 'latin1').toString('utf8');
  return text.includes('\uFFFD') ? raw : text;
}
