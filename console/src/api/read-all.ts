import type { ListPage } from './use-list';

type Read<Row> = (page: { limit: number; cursor?: string }) => Promise<ListPage<Row>>;

/**
 * Reads a list to its end, for what cannot turn pages: a drop-down, a count.
 * @param enough stops earlier, with the rows read so far.
 */
export async function readAll<Row>(
  read: Read<Row>,
  enough: (rows: readonly Row[]) => boolean = () => false,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    const page: ListPage<Row> = await read({ limit: 100, ...(cursor === null ? {} : { cursor }) });
    rows.push(...page.data);
    cursor = page.pagination.cursor;
  } while (cursor !== null && !enough(rows));
  return rows;
}
