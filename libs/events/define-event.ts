import type * as z from 'zod/mini';

/** Who may be told of an event: the people of the company that it stands in, the platform's operators, or both. */
export type EventReceiver = 'company' | 'operators';

/**
 * What an event makes out of date of all that is remembered of keys: nothing, the key that it is about, every key of its
 * company, or, where it belongs to no company, every key there is; or whose the texts are that another system may have issued.
 */
export type Eviction = 'nothing' | 'key' | 'company' | 'foreign-texts';

/** One type of event. */
export interface EventKind<T extends string = string, D extends z.ZodMiniType = z.ZodMiniType> {
  /** `thing.happened`. It is stored and hashed, and never renamed. */
  readonly type: T;
  /** English, for lists. */
  readonly label: string;
  /** The type of what it is about, such as `key`. */
  readonly target: string;
  /** Facts beside who, when and about what. Never a secret. */
  readonly data: D;
  readonly receivers: readonly EventReceiver[];
  readonly evicts: Eviction;
}

interface EventFacts<D extends z.ZodMiniType> {
  readonly label: string;
  readonly target: string;
  readonly data: D;
  /** The company unless told. */
  readonly receivers?: readonly EventReceiver[];
  /** Nothing unless told. Whoever changes what decides about keys says so here: `verification/holder-statement.ts` lists it. */
  readonly evicts?: Eviction;
}

/**
 * Defines a type of event. The core's stand in `catalogue.ts`; a business module defines its own, lists them in its manifest,
 * and appends what `eventOf` makes.
 *
 * @param type `thing.happened`, in lower case with hyphens: `sales-invoice.created`
 */
export function defineEvent<const T extends string, D extends z.ZodMiniType>(
  type: T,
  { receivers = ['company'], evicts = 'nothing', ...facts }: EventFacts<D>,
): EventKind<T, D> {
  return { type, receivers, evicts, ...facts };
}

/** What happened, as it is appended to the log. */
export interface EventDraft {
  readonly kind: EventKind;
  readonly targetId: string;
  readonly data: unknown;
}

/** The facts of an event; what has none is said without. */
type FactsOf<K extends EventKind> =
  undefined extends z.input<K['data']> ? [data?: z.input<K['data']>] : [data: z.input<K['data']>];

/**
 * Says that something happened: `log.append(tx, principal, eventOf(events.keyDeleted, key.id, { kind, name }))`.
 *
 * What the target is called stands among the facts, as `name`, `username` or `number`: names change and things are deleted, and
 * the log still has them.
 *
 * @param kind of `events`, or a module's own
 * @param targetId what it is about
 * @param data what the definition wants
 */
export function eventOf<K extends EventKind>(kind: K, targetId: string, ...[data]: FactsOf<K>): EventDraft {
  return { kind, targetId, data };
}
