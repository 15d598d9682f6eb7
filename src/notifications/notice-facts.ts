import { type EventEntity } from '../audit';
import { type Notice } from './notices';

/** What a notice says beside its type: facts of the event, and of a joined member the name. */
export function noticeFacts(
  { type, data, actorName }: Pick<EventEntity, 'type' | 'data' | 'actorName'>,
  { facts }: Notice,
): Readonly<Record<string, unknown>> {
  // A cast: the log writes objects only.
  const all = JSON.parse(data) as Readonly<Record<string, unknown>>;
  const chosen = facts.flatMap((name): [string, unknown][] =>
    all[name] === undefined ? [] : [[name, all[name]]],
  );
  // Who joined is who did it.
  const joined = type === 'member.joined' ? { username: actorName } : {};
  return { ...Object.fromEntries(chosen), ...joined };
}
