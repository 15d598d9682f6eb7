import { Ids } from '../../../src/platform';
import { type Answer, type Client, startApp, type TestApp } from '../../support';
import { aFurnishedCompany, type FurnishedCompany, idsOf } from '../../support/furnished-company';
import { callerOf, describeSlot, type IdSlot, idSlotsOf, ownIdFor, sendWith } from '../../support/id-slots';
import { operationsOf } from '../../support/operations';
import { rowsOf } from '../../support/tables';

describe('the ids of another company', () => {
  let test: TestApp;
  let ours: FurnishedCompany;
  let theirs: FurnishedCompany;
  let slots: readonly IdSlot[];
  let theirIds: ReadonlyMap<string, string>;

  beforeAll(async () => {
    test = await startApp();
    [ours, theirs] = [await aFurnishedCompany(test, 'Ours'), await aFurnishedCompany(test, 'Theirs')];
    slots = idSlotsOf(operationsOf(test));
    theirIds = await idsOf(test, theirs.id);
  });
  afterAll(() => test.close());

  it('are in every table of companies, so that none is left out below', async () => {
    const empty = Object.entries(await rowsOf(test, theirs.id)).filter(([, rows]) => rows.length === 0);

    expect(empty.map(([table]) => table)).toEqual([]);
    expect(theirIds.size).toBeGreaterThan(20);
  });

  it('answer the Owner, in every place for an id, as an id that nobody has', async () => {
    const before = await rowsOf(test, theirs.id);

    expect(await differences(ours.owner)).toEqual([]);
    expect(await rowsOf(test, theirs.id)).toEqual(before);
  });

  it('answer a key of ours, in every place for an id, as an id that nobody has', async () => {
    const before = await rowsOf(test, theirs.id);

    expect(await differences(test.anyone.withKey(ours.secret))).toEqual([]);
    expect(await rowsOf(test, theirs.id)).toEqual(before);
  });

  /** Last, for these calls end what they are made with. */
  it('would do something if they were ours', async () => {
    const idle: string[] = [];
    for (const slot of slots.toSorted((a, b) => endsAfter(a) - endsAfter(b))) {
      const { status, body } = await sendWith(callerOf(slot, ours), slot, ours, ownIdFor(slot, ours));
      if (![200, 201, 204, 409].includes(status)) idle.push(`${describeSlot(slot)}: ${status} ${body.code}`);
    }

    expect(idle).toEqual([]);
  });

  async function differences(client: Client): Promise<string[]> {
    const found: string[] = [];
    for (const slot of slots) {
      const nobodys = test.app.get(Ids).next();
      const unknown = saidBy(await sendWith(client, slot, ours, nobodys), nobodys);
      for (const [id, table] of theirIds) {
        const said = saidBy(await sendWith(client, slot, ours, id), id);
        if (said !== unknown)
          found.push(`${describeSlot(slot)}, an id in ${table}: ${said} and not ${unknown}`);
      }
    }
    return found;
  }
});

/** Status and body, without what differs from one call to the next. */
function saidBy({ status, body }: Answer, sent: string): string {
  const { requestId: _request, stepUpToken: _token, ...said } = body;
  return `${status} ${JSON.stringify(said).replaceAll(sent, 'what was sent')}`;
}

/** What is revoked can still be read; what is removed is gone; and to a suspended or closed company nothing more is done. */
function endsAfter({ operation }: IdSlot): number {
  const ofKeys = [
    'revokePlatformKey',
    'revokeKey',
    'deleteKey',
    'removeUser',
    'releaseUser',
    'deleteServiceAccount',
    'deleteRole',
    'removeKeyShape',
  ];
  const last = [...ofKeys, 'suspendCompany', 'reinstateCompany', 'closeCompany'];
  return last.indexOf(operation.id);
}
