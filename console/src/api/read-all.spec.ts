import { readAll } from './read-all';

const pages = new Map([
  ['', { data: [1, 2], pagination: { cursor: 'a', hasMore: true } }],
  ['a', { data: [3, 4], pagination: { cursor: 'b', hasMore: true } }],
  ['b', { data: [5], pagination: { cursor: null, hasMore: false } }],
]);
const read = ({ cursor = '' }: { cursor?: string }) => {
  const page = pages.get(cursor);
  return page === undefined ? Promise.reject(new Error(cursor)) : Promise.resolve(page);
};

describe('a list that is read to its end', () => {
  it('has the rows of all pages, in their order', async () => {
    expect(await readAll(read)).toEqual([1, 2, 3, 4, 5]);
  });

  it('ends as soon as there is enough', async () => {
    expect(await readAll(read, (rows) => rows.includes(3))).toEqual([1, 2, 3, 4]);
  });
});
