import { Injectable } from '@nestjs/common';
import { type Principal } from '../../tenancy';
import { type RankedBy, type RankedKey, type Span, UsageByKey } from '../../usage';
import { type KeyOrder } from './key-orders';
import { comparePlaces, type Place } from './key-place';
import { type KeyStream } from './key-stream';

/** How many digits a sum has in the value of a place, so that texts are in the order of their numbers. */
const digits = 16;

/** Orders of keys by how much they were used, or refused, in a span of time. They have the keys that were either, and no others. */
@Injectable()
export class UseOrders {
  constructor(private readonly usage: UsageByKey) {}

  of(
    principal: Principal,
    span: Span,
    by: RankedBy,
    falling: boolean,
  ): KeyOrder & { readonly walk: KeyStream } {
    const next = async (after: Place | null, count: number): Promise<Place[]> => {
      if (after?.value === null) return [];
      const range = { falling, after: after && rankIn(after), count };
      return (await this.usage.ranked(principal, span, by, range)).map(placeOf);
    };
    return {
      falling,
      compare: (one, other) => comparePlaces(one, other, falling),
      walk: { next, some: async (_, count) => (await next(null, count)).map(({ id }) => id) },
      placesOf: async (ids) => {
        if (ids.length === 0) return [];
        const range = { falling, after: null, count: ids.length };
        const ranked = await this.usage.ranked(principal, span, by, range, ids);
        const places = new Map(ranked.map((key) => [key.keyId, placeOf(key)]));
        return ids.map((id) => places.get(id) ?? { id, value: null });
      },
    };
  }
}

/** Whether a text of a cursor is a value of these places. */
export function isRank(value: string): boolean {
  return value.length === 2 * digits && /^\d+$/.test(value);
}

function placeOf({ keyId, sums }: RankedKey): Place {
  return { id: keyId, value: sums.map((sum) => String(sum).padStart(digits, '0')).join('') };
}

function rankIn({ id, value }: Place): { sums: number[]; value: string } {
  const text = String(value);
  return { sums: [text.slice(0, digits), text.slice(digits)].map(Number), value: id };
}
