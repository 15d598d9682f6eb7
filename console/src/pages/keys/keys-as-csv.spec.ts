import type { ListPage } from '../../api/use-list';
import type { Key } from '../../keys/key';
import { keysAsCsv } from './keys-as-csv';

// A cast: of a key only what a file has.
const aKey = (name: string) =>
  ({
    id: name,
    name,
    permissions: [],
    createdBy: { name: 'owner' },
    last4: '',
    superseded: null,
  }) as never as Key;

const pages: readonly ListPage<Key>[] = [
  { data: [aKey('one'), aKey('=two')], pagination: { cursor: 'next', hasMore: true } },
  { data: [aKey('three')], pagination: { cursor: null, hasMore: false } },
];

const read = ({ cursor }: { cursor?: string }) => {
  const page = pages[cursor === undefined ? 0 : 1];
  return page === undefined ? Promise.reject(new Error('No page')) : Promise.resolve(page);
};

describe('the file of all keys of a list', () => {
  it('has a head, and a line for each key of each page that no spreadsheet runs', async () => {
    const counts: number[] = [];
    const watch = { signal: new AbortController().signal, onRead: (count: number) => counts.push(count) };

    const text = await (await keysAsCsv(read, watch)).text();

    const [head, ...lines] = text.trim().split('\r\n');
    expect(head).toMatch(/^\W?id,name,description,kind/);
    expect(lines.map((line) => line.split(',')[1])).toEqual(['one', "'=two", 'three']);
    expect(counts).toEqual([2, 3]);
  });

  it('is given up where that is asked for', async () => {
    const stopping = new AbortController();
    const watch = { signal: stopping.signal, onRead: () => stopping.abort() };

    await expect(keysAsCsv(read, watch)).rejects.toThrow();
  });
});
