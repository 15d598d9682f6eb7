import { z } from 'zod';
import { pageOf } from '../../platform/http';

const mySession = z
  .object({
    id: z.uuid(),
    current: z.boolean().describe('Whether it is the session of this request.'),
    createdAt: z.iso.datetime(),
    lastSeenAt: z.iso.datetime().describe('To the minute.'),
    address: z.string().nullable(),
    userAgent: z.string().nullable(),
    company: z
      .object({ id: z.uuid(), name: z.string(), slug: z.string() })
      .nullable()
      .describe('The company it acts for.'),
  })
  .meta({ id: 'MySession' });

export const mySessionPage = pageOf(mySession).meta({ id: 'MySessionPage' });

export type MySessionView = z.infer<typeof mySession>;
