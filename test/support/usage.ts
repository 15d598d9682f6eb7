import { UsageBuffer } from '../../src/usage';
import { type Use } from '../../src/usage/waiting-uses';
import { queryRows, type Row } from './tables';
import { type TestApp } from './test-app';

/** What is known of a verification that no request asked for. */
export const fromNowhere = {
  ...{ username: null, address: null, userAgent: null, route: null, requestId: null },
  path: 'request',
} as const;

/** Notes that a key was good now, from nowhere in particular; or what else is said. */
export function use(
  test: TestApp,
  key: { companyId: string; keyId: string },
  choice: Partial<Use> = {},
): void {
  const where = { address: null, userAgent: null, route: null };
  const good = { outcome: 'VALID', superseded: false, at: test.clock.now(), ...where } as const;
  test.app.get(UsageBuffer).record({ ...good, ...key, ...choice });
}

export async function lastUseOf(test: TestApp, keyId: string): Promise<Row | undefined> {
  const [row] = await queryRows(test, 'SELECT * FROM key_usage WHERE key_id = ?', [keyId]);
  return row && { ...row, last_used_at: Number(row['last_used_at']) };
}

/** The counts of a key by hour, in milliseconds since 1970; outcomes that did not occur are left out. */
export async function hoursOf(test: TestApp, keyId: string): Promise<Record<number, Record<string, number>>> {
  const rows = await queryRows(test, 'SELECT * FROM key_usage_hours WHERE key_id = ? ORDER BY hour', [keyId]);
  return Object.fromEntries(
    rows.map(({ company_id: _company, key_id: _key, hour, failing_hour: _failing, ...counts }) => {
      const numbers = Object.entries(counts).map(([name, count]) => [name, Number(count)] as const);
      return [Number(hour), Object.fromEntries(numbers.filter(([, count]) => count > 0))];
    }),
  );
}
