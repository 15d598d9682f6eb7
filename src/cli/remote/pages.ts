import { answered, type Answer } from './answered';
import { type Call, type CommandOption } from './remote-command';

const pageSize = 100;
const defaultLimit = 50;

export const limitOption: CommandOption = {
  flags: '--limit <n>',
  meaning: `how many at most, ${defaultLimit} if left out`,
};

interface Page<Item> {
  readonly data: readonly Item[];
  readonly pagination: { readonly cursor: string | null; readonly hasMore: boolean };
}

/**
 * Reads a list page by page, as far as `--limit` allows. Says so where there is more.
 * @param read sends the query parameters of one page.
 */
export async function readPages<Item>(
  { options, terminal }: Call,
  read: (page: { readonly limit: number; readonly cursor?: string }) => Promise<Answer<Page<Item>>>,
): Promise<Item[]> {
  const limit = options.count('limit') ?? defaultLimit;
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const size = Math.min(pageSize, limit - items.length);
    const page: Page<Item> = answered(
      await read(cursor === null ? { limit: size } : { limit: size, cursor }),
    );
    items.push(...page.data);
    cursor = page.pagination.hasMore ? page.pagination.cursor : null;
  } while (cursor !== null && items.length < limit);
  if (cursor !== null) terminal.tell(`There are more: --limit ${limit * 10}`);
  return items;
}
