import { type Client } from '../../../libs/sdk/client';
import { type components } from '../../../libs/sdk/openapi';
import { answered } from './answered';

export type Event = components['schemas']['Event'];

/** Where to begin to read: behind a position, at a time, or with the last so many. */
export interface TrailStart {
  readonly after: number;
  readonly from?: string;
  readonly last?: number;
}

/** The newest position that was seen, and the events up to it. */
export interface TrailPart {
  readonly position: number;
  readonly events: readonly Event[];
}

const pageSize = 100;

/**
 * Reads what came behind a position. The trail is served newest first, so this goes back by the cursor to what is known, and hands
 * it out in the order in which it happened.
 * @param type only events of this type, or all.
 */
export async function readTrail(
  client: Client,
  { after, from, last }: TrailStart,
  type: string | undefined,
  signal: AbortSignal,
): Promise<TrailPart> {
  const found: Event[] = [];
  let cursor: string | undefined;
  do {
    const limit = Math.min(pageSize, (last ?? Infinity) - found.length);
    const query = { limit, type, from, cursor };
    const page = answered(await client.GET('/api/v1/events', { params: { query }, signal }));
    const newer = page.data.filter(({ position }) => position > after);
    found.push(...newer);
    const isKnown = newer.length < page.data.length || found.length >= (last ?? Infinity);
    cursor = isKnown ? undefined : (page.pagination.cursor ?? undefined);
  } while (cursor !== undefined);
  return { position: found[0]?.position ?? after, events: found.reverse() };
}
