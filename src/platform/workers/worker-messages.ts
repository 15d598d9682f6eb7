import { z } from 'zod';

const id = z.number().int();

/** What the process that leads the workers tells one of them: to answer a question of another, or the answers to its own. */
export const toWorkerSchema = z.discriminatedUnion('kunci', [
  z.object({ kunci: z.literal('question'), id, topic: z.string(), content: z.unknown() }),
  z.object({ kunci: z.literal('answers'), id, contents: z.array(z.unknown()) }),
]);
export type ToWorker = z.infer<typeof toWorkerSchema>;

/** What a worker tells that process; `id` is the asker's own in a question, and the leader's in an answer. */
export const toLeaderSchema = z.discriminatedUnion('kunci', [
  z.object({ kunci: z.literal('ask'), id, topic: z.string(), content: z.unknown() }),
  z.object({ kunci: z.literal('answer'), id, content: z.unknown() }),
]);
export type ToLeader = z.infer<typeof toLeaderSchema>;
