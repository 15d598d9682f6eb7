import { useTranslation } from 'react-i18next';
import { isEventType, sentences } from './event-types';
import type { TrailEvent } from './trail-event';
import { useNames } from './use-names';

/** A piece of a sentence: a name of somebody or something, or the words between. */
export interface Part {
  readonly text: string;
  readonly isName: boolean;
}

// Nobody's name has these: the API refuses control characters.
const [nameBegins, nameEnds] = ['\u0002', '\u0003'];
const names = /\u0002([^\u0003]*)\u0003/;

/** Says an event in the reader's language. */
export function useSentence(): (event: TrailEvent) => readonly Part[] {
  const { t } = useTranslation('audit-trail');
  const nameOf = useNames();
  const marked = (text: string): string => `${nameBegins}${text}${nameEnds}`;

  return (event) => {
    const { type, actor, target } = event;
    const who = actor.name ?? (actor.kind === 'system' ? t('system') : t('someone'));
    const values = { who: marked(who), ...factsOf(event, nameOf, marked) };
    // A server newer than this console has events that it does not know: those are told by their type.
    if (!isEventType(type)) {
      return partsOf(t('says.other', { ...values, type, thing: marked(nameOf(target.id)) }));
    }
    return partsOf(t(sentences[type], values));
  };
}

/** What sentences may name: the thing it was done to, a role, a reason, a change. */
function factsOf(
  { target, data }: TrailEvent,
  nameOf: (id: string) => string,
  marked: (text: string) => string,
): Record<string, string> {
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  // The name at the time says more than the one it has today.
  const atTheTime = text(data['name']) || text(data['username']) || text(data['number']);
  const change = data['name'];
  const renamed = typeof change === 'object' && change !== null && 'to' in change ? text(change.to) : '';
  return {
    thing: marked(atTheTime || nameOf(target.id)),
    product: marked(nameOf(text(data['product']))),
    reason: text(data['reason']),
    to: marked(renamed),
    given: listOf(data['given']),
    taken: listOf(data['taken']),
    changes: namesOf(data['changes']),
    factor: text(data['factor']),
    amount: `${text(data['total'])} ${text(data['currency'])}`,
  };
}

function namesOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? Object.keys(value).join(', ') : '';
}

function listOf(value: unknown): string {
  return Array.isArray(value) && value.length > 0 ? value.join(', ') : '–';
}

function partsOf(sentence: string): readonly Part[] {
  // Split at a pattern with one group, every second piece is what the group caught.
  return sentence
    .split(names)
    .map((text, index) => ({ text, isName: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
