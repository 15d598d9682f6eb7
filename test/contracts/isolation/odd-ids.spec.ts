import { type Answer, startApp, type TestApp } from '../../support';
import { aFurnishedCompany, type FurnishedCompany } from '../../support/furnished-company';
import { callerOf, describeSlot, type IdSlot, idSlotsOf, ownIdFor, sendWith } from '../../support/id-slots';
import { type Operation, operationsOf } from '../../support/operations';
import { dumpTables } from '../../support/tables';

/** Texts that are not ids, though a database that casts may read a number in them. */
const noIds = {
  'a number and more': '1abc',
  'a hexadecimal number': '0x10',
  zero: '0',
  nothing: '',
  'ten thousand characters': 'a'.repeat(10_000),
  'a zero byte': '\0',
  'a picture': '🔑',
  'a step up': '../company',
  SQL: "' OR '1' = '1",
  'a wildcard': '%',
  'the word null': 'null',
};

/** Spellings of an id of ours that are not the one it is stored in, though a lenient comparison finds it. */
const spellings: Record<string, (id: string) => string> = {
  'in upper case': (id) => id.toUpperCase(),
  'with a blank behind': (id) => `${id} `,
  'with a zero byte behind': (id) => `${id}\0`,
  'with a blank before': (id) => ` ${id}`,
  'without hyphens': (id) => id.replaceAll('-', ''),
  'in braces': (id) => `{${id}}`,
  'as a URN': (id) => `urn:uuid:${id}`,
  'cut short': (id) => id.slice(0, -1),
  'with a full-width digit': (id) =>
    id.replace(/\d/, (digit) => '０１２３４５６７８９'.charAt(Number(digit))),
};

describe('an odd id', () => {
  let test: TestApp;
  let ours: FurnishedCompany;
  let slots: readonly IdSlot[];

  beforeAll(async () => {
    test = await startApp();
    ours = await aFurnishedCompany(test, 'Ours');
    slots = idSlotsOf(operationsOf(test));
  });
  afterAll(() => test.close());

  it.each(Object.entries(noIds))('404 in a path, and no fault elsewhere: %s', async (_, id) => {
    await expectNothingFound(() => id);
  });

  it.each(Object.entries(spellings))(
    '404 in a path, and no fault elsewhere: ours %s',
    async (_, spelling) => {
      await expectNothingFound((slot) => spelling(ownIdFor(slot, ours)));
    },
  );

  it('400 in a path that is not UTF-8', async () => {
    expect(await ours.owner.get('/users/%E0%A4%A')).toMatchObject({
      status: 400,
      body: { code: 'malformed-request' },
    });
  });

  async function expectNothingFound(idIn: (slot: IdSlot) => string): Promise<void> {
    const before = await everythingElse();
    const wrong: string[] = [];
    for (const slot of slots) {
      const id = idIn(slot);
      const { status, body } = await sendWith(callerOf(slot, ours), slot, ours, id);
      const said = `${status} ${String(body.code ?? shownIn(body))}`;
      const isFine = isLeftOut(slot, id)
        ? leftOut[slot.operation.method].includes(status)
        : accepted[slot.place].includes(said);
      if (!isFine) wrong.push(`${describeSlot(slot)}: ${said}`);
    }

    expect(wrong).toEqual([]);
    expect(await everythingElse()).toEqual(before);
  }

  /** A step-up is granted for any key id; for one that is not there it is good for nothing. */
  async function everythingElse(): Promise<object> {
    const { step_up_tokens: _tokens, ...others } = await dumpTables(test);
    return others;
  }
});

/** The rows of a list, or the lines of a file. */
function shownIn(body: Answer['body']): string {
  if (body.stepUpToken) return 'a step-up';
  return JSON.stringify(typeof body === 'string' ? body.split('\n').slice(0, -1) : body.data);
}

/** A path without its last id is that of the list, with a slash behind it. */
function isLeftOut({ operation, place, name }: IdSlot, id: string): boolean {
  return id === '' && place === 'path' && operation.path.endsWith(`{${name}}`);
}

/** The list may be read, and takes no such method; what deletes never reaches it. */
const leftOut: Record<Operation['method'], readonly number[]> = {
  GET: [200, 404],
  POST: [404],
  PUT: [404, 405],
  PATCH: [404, 405],
  DELETE: [404],
};

const accepted: Record<IdSlot['place'], readonly string[]> = {
  path: ['404 not-found'],
  query: ['200 []', '422 validation-failed'],
  body: ['404 not-found', '422 validation-failed', '201 a step-up'],
};
