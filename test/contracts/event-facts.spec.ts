import { type EventKind, events } from '../../libs/events';
import { manifests } from '../../src/manifests';
import { startApp, type TestApp } from '../support';
import { queryRows } from '../support/tables';
import { writingRequests } from '../support/writing-requests';

const ofCore = Object.values(events).map(({ type }): string => type);
const kinds: readonly EventKind[] = [
  ...Object.values(events),
  ...manifests.flatMap((manifest) => manifest.events),
];

/** No request made here leaves one of these; their own suites do. */
const unasked = [
  'database.restored',
  'factor.locked',
  'key.expiring',
  'key.reported',
  'member.reactivated',
  'operator.created',
  'service-key.reported',
];

/** What is wrong with a row of the log, by the definition of its event. */
function faultIn({ type, target_type: target, data }: Record<string, unknown>): string[] {
  const kind = kinds.find((one) => one.type === type);
  if (kind === undefined) return [`${String(type)} is not declared`];
  if (kind.target !== target) return [`${kind.type} is about a ${String(target)}`];
  const { success, error } = kind.data.safeParse(JSON.parse(String(data)));
  return success ? [] : [`${kind.type}: ${JSON.stringify(error.issues)}`];
}

describe('the events of every operation that writes', () => {
  let test: TestApp;
  let rows: Record<string, unknown>[];

  beforeAll(async () => {
    test = await startApp();
    for (const prepare of Object.values(await writingRequests(test))) await (await prepare())();
    rows = await queryRows(test, 'SELECT type, target_type, data FROM events');
  }, 120_000);
  afterAll(() => test.close());

  it('have the target and the facts that their definitions say', () => {
    expect([...new Set(rows.flatMap(faultIn))]).toEqual([]);
  });

  it('are of every type of the core, except those that no request makes', () => {
    const met = new Set(rows.map(({ type }) => String(type)));
    expect(ofCore.filter((type) => !met.has(type)).sort()).toEqual(unasked);
  });

  it('would be found out with a fact too many, too few, or about something else', () => {
    const revoked = { type: 'key.revoked', target_type: 'key' };
    const facts = { kind: 'company', name: null, reason: null };
    expect(faultIn({ ...revoked, data: JSON.stringify(facts) })).toEqual([]);
    expect(faultIn({ ...revoked, data: JSON.stringify({ ...facts, secret: 'x' }) })).toHaveLength(1);
    expect(faultIn({ ...revoked, data: '{}' })).toHaveLength(1);
    expect(faultIn({ ...revoked, target_type: 'user', data: JSON.stringify(facts) })).toHaveLength(1);
    expect(faultIn({ ...revoked, type: 'key.melted', data: '{}' })).toEqual(['key.melted is not declared']);
  });
});
