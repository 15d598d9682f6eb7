/** A fact of an event that can be shown: what it is called in the log, and what it says. */
export interface TrailFact {
  readonly name: string;
  readonly value: FactValue;
}

export type FactValue =
  | { readonly form: 'text'; readonly text: string }
  | { readonly form: 'number'; readonly number: number }
  | { readonly form: 'seconds'; readonly seconds: number }
  | { readonly form: 'yes-or-no'; readonly yes: boolean }
  | { readonly form: 'time'; readonly at: string }
  /** Names that each stand for themselves: permissions, roles, addresses. */
  | { readonly form: 'names'; readonly names: readonly string[] }
  | { readonly form: 'change'; readonly from: FactValue; readonly to: FactValue }
  | { readonly form: 'facts'; readonly facts: readonly TrailFact[] }
  | { readonly form: 'list'; readonly items: readonly FactValue[] }
  /** Null where that means something: a key with all permissions of its kind, one that never expires. */
  | { readonly form: 'nothing' };

type Data = Readonly<Record<string, unknown>>;

// The names of these permissions are among the others; a restore reads their ids.
const unsaid: readonly string[] = ['productPermissions', 'before', 'changes'];

/** What the log has of an event beside who, when and about what, in its order; without what was left empty. */
export function factsOf(data: Data): readonly TrailFact[] {
  const before = isData(data['before']) ? data['before'] : {};
  const facts = Object.entries(data)
    .filter(([name]) => !unsaid.includes(name))
    .flatMap(([name, now]) => factOf(name, now, before));
  return [...facts, ...changesIn(data['changes'])];
}

function factOf(name: string, now: unknown, before: Data): TrailFact[] {
  const value = valueOf(name, now);
  if (name in before && JSON.stringify(before[name]) !== JSON.stringify(now))
    return [{ name, value: { form: 'change', from: valueOf(name, before[name]), to: value } }];
  return value.form === 'nothing' && name !== 'permissions' ? [] : [{ name, value }];
}

/** The settings that were changed, each from what to what. */
function changesIn(changes: unknown): readonly TrailFact[] {
  if (!isData(changes)) return [];
  return Object.entries(changes).map(([name, change]) => ({ name, value: valueOf(name, change) }));
}

function valueOf(name: string, value: unknown): FactValue {
  if (typeof value === 'string') return wordsOf(value);
  if (typeof value === 'number')
    return name.endsWith('Seconds') ? { form: 'seconds', seconds: value } : { form: 'number', number: value };
  if (typeof value === 'boolean') return { form: 'yes-or-no', yes: value };
  if (Array.isArray(value)) return listOf(name, value);
  if (!isData(value)) return { form: 'nothing' };
  if ('from' in value && 'to' in value)
    return { form: 'change', from: valueOf(name, value['from']), to: valueOf(name, value['to']) };
  return { form: 'facts', facts: Object.entries(value).flatMap(([inner, one]) => factOf(inner, one, {})) };
}

function wordsOf(text: string): FactValue {
  if (text === '') return { form: 'nothing' };
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text) ? { form: 'time', at: text } : { form: 'text', text };
}

function listOf(name: string, list: readonly unknown[]): FactValue {
  if (list.length === 0) return name === 'permissions' ? { form: 'names', names: [] } : { form: 'nothing' };
  const names = list.filter((item) => typeof item === 'string');
  if (names.length === list.length) return { form: 'names', names };
  return { form: 'list', items: list.map((item) => valueOf(name, item)) };
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
