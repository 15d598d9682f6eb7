import * as z from 'zod/mini';

/* What the facts of events are made of. */

export const text = z.string();
export const textOrNone = z.nullable(z.string());
export const texts = z.array(z.string());

/** Permissions of products, where there are any: a restore stores them by id, and people read their names. */
export const productPermissions = z.optional(z.array(z.strictObject({ id: text, name: text })));

/** Handed over as a date, or as text; the log has text. */
export const moment = z.union([z.date(), z.iso.datetime()]);
export const momentOrNone = z.nullable(moment);

/** There is nothing to say beside who, when and about what. */
export const noFacts = z.optional(z.strictObject({}));

export const toBoth = { receivers: ['company', 'operators'] } as const;
export const toOperators = { receivers: ['operators'] } as const;
