/**
 * When an answer says to come again (`Retry-After`, RFC 9110, section 10.2.3): a number of seconds, or a date, which is compared with the
 * `Date` of the same answer, so that no clock but the server's counts.
 *
 * @returns seconds from the answer on, at least 0; null where it says nothing that can be read
 */
export function retryAfterSeconds(headers: Headers): number | null {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const seconds = (Date.parse(text) - Date.parse(headers.get('date') ?? '')) / 1_000;
  return Number.isNaN(seconds) ? null : Math.max(0, seconds);
}
