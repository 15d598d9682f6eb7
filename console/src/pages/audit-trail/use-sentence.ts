import { useTranslation } from 'react-i18next';
import { plainWords } from '../../../../libs/events';
import { nameInLog, shortened } from './name-in-log';
import type { TrailEvent } from './trail-event';
import { useNameToday } from './use-name-today';

/** A piece of a sentence: a name of somebody or something, or the words between. */
export interface Part {
  readonly text: string;
  /** Whose name it is: of who did it, of what it was done to, or of something else that the event names. Null for words. */
  readonly names: 'who' | 'thing' | 'other' | null;
}

// Nobody's name has these: the API refuses control characters.
const begins = { who: '\u0001', thing: '\u0002', other: '\u0005' } as const;
const nameEnds = '\u0003';
const names = /([\u0001\u0002\u0005][^\u0003]*)\u0003/;

/** Says an event in the reader's language. */
export function useSentence(event: TrailEvent): readonly Part[] {
  const { t, i18n } = useTranslation('audit-trail');
  const { type } = event;
  const values = {
    who: marked(useActor(event), 'who'),
    thing: marked(useThing(event), 'thing'),
    ...factsOf(event),
  };
  const sentence = `says.${type}`;
  // A business module, or a server newer than this console, has events that it has no words for.
  if (!i18n.exists(`audit-trail:${sentence}`))
    return partsOf(t('says.other', { ...values, type: plainWords(type) }));
  // Not a literal: the types are the server's. A test holds this file of strings against the catalogue.
  return partsOf(t(sentence as 'says.key.revoked', values));
}

/** Who did it, by the name that they had. */
function useActor({ actor: { kind, id, name } }: TrailEvent): string {
  const { t } = useTranslation('audit-trail');
  const today = useNameToday(name === null && id !== null ? { type: kind, id } : null);
  return name ?? today ?? (kind === 'system' ? t('system') : t('someone'));
}

/** What it was done to: the name at the time says more than the one it has today. */
function useThing(event: TrailEvent): string {
  const inLog = nameInLog(event);
  const today = useNameToday(inLog === null ? event.target : null);
  return inLog ?? today ?? shortened(event.target.id);
}

/** What else sentences may say: a reason, another name. */
function factsOf({ data }: TrailEvent): Record<string, string> {
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const change = data['name'];
  const renamed = typeof change === 'object' && change !== null && 'to' in change ? text(change.to) : '';
  return {
    product: marked(text(data['product'])),
    reason: text(data['reason']),
    to: marked(renamed),
    given: listOf(data['given']),
    taken: listOf(data['taken']),
    factor: text(data['factor']),
    amount: `${text(data['total'])} ${text(data['currency'])}`,
  };
}

function listOf(value: unknown): string {
  return Array.isArray(value) && value.length > 0 ? value.join(', ') : '–';
}

function marked(text: string, as: keyof typeof begins = 'other'): string {
  return `${begins[as]}${text}${nameEnds}`;
}

function partsOf(sentence: string): readonly Part[] {
  // Split at a pattern with one group, every second piece is what the group caught.
  return sentence
    .split(names)
    .map((text, index) => (index % 2 === 1 ? nameIn(text) : { text, names: null }))
    .filter(({ text }) => text !== '');
}

function nameIn(piece: string): Part {
  const mark = piece.charAt(0);
  const as = mark === begins.who ? 'who' : mark === begins.thing ? 'thing' : 'other';
  return { text: piece.slice(1), names: as };
}
