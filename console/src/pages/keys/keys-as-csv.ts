import type { ListPage } from '../../api/use-list';
import type { Key } from '../../keys/key';
import { csvLine } from './csv-line';

/** The facts of a key in a file, in order. A secret is none of them: no list has one. */
const columns = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  description: ({ description }) => description,
  kind: ({ kind }) => kind,
  product: ({ product }) => product,
  owner: ({ owner }) => owner?.username,
  start: ({ start }) => start,
  last4: ({ last4 }) => last4,
  environment: ({ environment }) => environment,
  status: ({ status }) => status,
  permissions: ({ permissions }) => permissions.join(' '),
  createdAt: ({ createdAt }) => createdAt,
  createdBy: ({ createdBy }) => createdBy.name,
  expiresAt: ({ expiresAt }) => expiresAt,
  lastUsedAt: ({ lastUsedAt }) => lastUsedAt,
  lastUsedAddress: ({ lastUsed }) => lastUsed?.address,
  disabledAt: ({ disabledAt }) => disabledAt,
  revokedAt: ({ revokedAt }) => revokedAt,
  revokedReason: ({ revokedReason }) => revokedReason,
} as const satisfies Readonly<Record<string, (key: Key) => string | null | undefined>>;

/** Spreadsheets take a file without it for one of Windows' own characters. */
const byteOrderMark = '\uFEFF';

type Read = (page: { limit: number; cursor?: string }) => Promise<ListPage<Key>>;

interface Watch {
  readonly signal: AbortSignal;
  /** Told after each page how many keys are written. */
  readonly onRead: (count: number) => void;
}

/** All keys of a list as a CSV file, read page by page: never more than a page of them is held at once. */
export async function keysAsCsv(read: Read, { signal, onRead }: Watch): Promise<Blob> {
  const parts: BlobPart[] = [byteOrderMark, csvLine(Object.keys(columns))];
  let count = 0;
  let cursor: string | null = null;
  do {
    const page: ListPage<Key> = await read({ limit: 100, ...(cursor === null ? {} : { cursor }) });
    signal.throwIfAborted();
    // A Blob of its own: the browser may keep it on the disk.
    parts.push(new Blob(page.data.map(lineOf)));
    count += page.data.length;
    onRead(count);
    cursor = page.pagination.cursor;
  } while (cursor !== null);
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}

function lineOf(key: Key): string {
  return csvLine(Object.values(columns).map((factOf) => factOf(key) ?? ''));
}
