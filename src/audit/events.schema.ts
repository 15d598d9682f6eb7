import { z } from 'zod';
import { inFormat, pageOf, pageQuery, queryMomentOrDay, timeZoneName } from '../platform/http';

export const eventSchema = z
  .object({
    position: z.int().describe('The place in the log of the whole installation.'),
    at: z.iso.datetime(),
    type: z.string().describe('`thing.happened`, such as `key.revoked`.'),
    actor: z.object({
      kind: z.enum(['user', 'key', 'service-account', 'service-key', 'system']),
      id: z.string().nullable(),
      name: z.string().nullable().describe('The name at the time.'),
    }),
    target: z.object({ type: z.string(), id: z.string() }),
    data: z
      .record(z.string(), z.unknown())
      .describe(
        'Plain facts. Where the target has a name of its own, it stands here as it was at the time: `name`, `username` or `number`.',
      ),
  })
  .meta({ id: 'Event' });

export const eventPage = pageOf(eventSchema).meta({ id: 'EventPage' });

// MySQL passes over blanks at the end when it compares; nothing that is filtered by has one.
const filter = z
  .string()
  .max(64)
  .check(inFormat('no-blanks', /^[^ ]*$/, 'must not hold blanks'));

const eventFilter = {
  type: filter.optional().describe('Events of this type only.'),
  actor: filter
    .optional()
    .describe('Only events caused by this user, service account, key or service key, by id.'),
  target: filter.optional().describe('Only events about the object with this id.'),
  from: queryMomentOrDay.optional().describe('At or after this time, or from this day on.'),
  to: queryMomentOrDay.optional().describe('Before this time, or to the end of this day.'),
  timeZone: timeZoneName
    .optional()
    .describe('Where days begin and end: a time zone of the IANA database, that of the company if left out.'),
};

export const eventQuery = pageQuery.extend(eventFilter);

export const exportQuery = z.strictObject({
  format: z
    .enum(['csv', 'jsonl'], 'must be csv or jsonl')
    .default('jsonl')
    .describe('Rows for a spreadsheet, or one JSON object a line.'),
  ...eventFilter,
});

export type EventView = z.infer<typeof eventSchema>;
export type EventFilter = Omit<ExportQuery, 'format'>;
export type ExportQuery = z.infer<typeof exportQuery>;
export type EventQuery = z.infer<typeof eventQuery>;
