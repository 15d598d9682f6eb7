import { z } from 'zod';
import { fieldFault, issueOf } from '../../libs/problems';
import { isId } from '../platform';
import { pageOf, pageQuery } from '../platform/http';

const notification = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime(),
    type: z.string().describe('The type of the event, such as `key.expiring`.'),
    targetId: z.string().describe('What the event is about, such as a key.'),
    facts: z
      .record(z.string(), z.unknown())
      .describe('What there is to say about it, as it was then: `name`, `expiresAt`, `days` and others.'),
    readAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Notification' });

const unread = z.int().describe('How many are unread; counted up to 100.');

export const notificationPage = pageOf(notification).extend({ unread }).meta({ id: 'NotificationPage' });

export const unreadCount = z.object({ unread }).meta({ id: 'UnreadNotifications' });

export const notificationQuery = pageQuery.extend({
  unread: z.enum(['true']).optional().describe('With `true`, those that are unread.'),
});

// In the form that ids are stored in: `upTo` compares them.
const storedId = z
  .uuid({ abort: true })
  .refine(isId, issueOf(fieldFault('invalid-format', { format: 'uuid' })));

export const readNotifications = z
  .union([
    z.strictObject({ ids: z.array(storedId).min(1).max(100).describe('These.') }),
    z.strictObject({ upTo: storedId.describe('This one, and all that are older.') }),
  ])
  .meta({ id: 'ReadNotifications' });

export type NotificationView = z.infer<typeof notification>;
export type NotificationPage = z.infer<typeof notificationPage>;
export type NotificationQuery = z.infer<typeof notificationQuery>;
export type ReadNotifications = z.infer<typeof readNotifications>;
export type UnreadCount = z.infer<typeof unreadCount>;
