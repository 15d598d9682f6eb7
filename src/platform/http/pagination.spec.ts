import fc from 'fast-check';
import { type Page, pageQuery, startAfter, toPage } from './pagination';
import { Problem } from './problem';

interface Row {
  readonly key: string;
}

const sortKey = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 40 })
  .map((text) => text.toWellFormed())
  .filter((text) => text !== '');

/** As both databases compare text: byte by byte. */
const inOrder = (one: Row, other: Row): number =>
  Buffer.compare(Buffer.from(one.key), Buffer.from(other.key));

/** What a client sees that requests page after page, each time with the cursor it was given. */
function walk(rows: readonly Row[], limit: number): Page<Row>[] {
  const pages: Page<Row>[] = [];
  for (let cursor: string | null | undefined; cursor !== null; cursor = pages.at(-1)?.pagination.cursor) {
    const query = pageQuery.parse({ limit: String(limit), ...(cursor === undefined ? {} : { cursor }) });
    const after = startAfter(query);
    const found = rows.filter((row) => after === null || inOrder(row, { key: after }) > 0);
    pages.push(
      toPage(
        found.slice(0, query.limit + 1),
        query.limit,
        ({ key }) => key,
        (row) => row,
      ),
    );
    if (pages.length > rows.length + 1) throw new Error('The pages never end.');
  }
  return pages;
}

/** What is said of a cursor: the status and the field, or null when it is taken. */
function refusalOf(cursor: string): object | null {
  const parsed = pageQuery.safeParse({ cursor });
  if (!parsed.success) return { status: 422, pointer: `/${parsed.error.issues[0]?.path.join('/')}` };
  try {
    startAfter(parsed.data);
    return null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { status: error.kind.status, pointer: error.details.errors?.[0]?.pointer };
  }
}

const refused = { status: 422, pointer: '/cursor' };

describe('walking through the pages of a list', () => {
  const rows = fc
    .uniqueArray(sortKey, { maxLength: 30 })
    .map((keys) => keys.map((key): Row => ({ key })).toSorted(inOrder));

  it('visits each row once, in order, whatever the keys are and how many fit on a page', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 12 }), (all, limit) => {
        expect(walk(all, limit).flatMap((page) => page.data)).toEqual(all);
      }),
    );
  });

  it('says that there are more exactly until the last page, and all others are full', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 12 }), (all, limit) => {
        const pages = walk(all, limit);
        expect(pages).toHaveLength(Math.max(1, Math.ceil(all.length / limit)));
        for (const [at, { data, pagination }] of pages.entries()) {
          const isLast = at === pages.length - 1;
          expect(pagination).toEqual({ hasMore: !isLast, cursor: isLast ? null : expect.any(String) });
          if (!isLast) expect(data).toHaveLength(limit);
        }
      }),
    );
  });

  it('goes on after usernames of 254 letters of three bytes', () => {
    const all = ['あ', 'い', 'う'].map((letter) => ({ key: letter.repeat(254) }));
    expect(walk(all, 1).flatMap((page) => page.data)).toEqual(all);
  });

  it('shows each row as the list wants it, and never the one too many', () => {
    const page = toPage(
      [{ key: 'a' }, { key: 'b' }],
      1,
      ({ key }) => key,
      ({ key }) => `<${key}>`,
    );
    expect(page).toEqual({ data: ['<a>'], pagination: { hasMore: true, cursor: expect.any(String) } });
  });
});

describe('a cursor', () => {
  it('422 is refused when it is not spelled as we spell it', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.base64String(), fc.stringMatching(/^[\w-]+$/)),
        (text) => {
          const bytes = Buffer.from(text, 'base64url');
          const isOurs = text !== '' && Buffer.from(bytes.toString('utf8')).toString('base64url') === text;
          expect(refusalOf(text)).toEqual(isOurs ? null : refused);
        },
      ),
    );
  });

  it.each([
    ['empty', ''],
    ['padded', 'YWI='],
    ['in the other base64 alphabet', '8J+YgA'],
    ['with bits to spare', 'YWJ'],
    ['of bytes that are no text', Buffer.from([0xff, 0xfe]).toString('base64url')],
    ['of half a surrogate pair', Buffer.from([0xed, 0xa0, 0x80]).toString('base64url')],
    ['longer than any of ours', 'YWJj'.repeat(284)],
    ['with a blank', 'YWJj '],
    ['with a line break', 'YWJj\n'],
  ])('422 is refused when it is %s', (_what, text) => {
    expect(refusalOf(text)).toEqual(refused);
  });

  it('422 is refused when it comes twice', () => {
    expect(pageQuery.safeParse({ cursor: ['YQ', 'Yg'] }).success).toBe(false);
  });

  it('is not needed for the first page', () => {
    expect(startAfter(pageQuery.parse({}))).toBeNull();
  });
});

describe('the size of a page', () => {
  it('is 20 unless something else is asked for', () => {
    expect(pageQuery.parse({}).limit).toBe(20);
  });

  it.each([1, 9, 10, 99, 100])('may be %i', (limit) => {
    expect(pageQuery.parse({ limit: String(limit) }).limit).toBe(limit);
  });

  it.each(['0', '101', '1000', '-1', '+1', '1.0', '1e1', '0x10', '01', ' 1', '1\n', '', 'all', '１'])(
    '422 may not be %j',
    (limit) => {
      expect(pageQuery.safeParse({ limit }).success).toBe(false);
    },
  );

  it('422 is asked for by no other name', () => {
    expect(pageQuery.safeParse({ size: '5' }).success).toBe(false);
  });
});
