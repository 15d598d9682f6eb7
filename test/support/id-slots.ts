import { password } from './builders';
import { type Answer, type Client } from './client';
import { type FurnishedCompany } from './furnished-company';
import { type Operation } from './operations';

/** A place of an operation into which a client can put the id of a row. */
export interface IdSlot {
  readonly operation: Operation;
  readonly place: 'path' | 'query' | 'body';
  readonly name: string;
}

/** The texts of queries and bodies that name a row. Parameters of paths always do. */
export const idFields: readonly string[] = [
  'listEvents actor',
  'listEvents target',
  'setUserRoles roles[]',
  'stepUp keyId',
  'switchCompany companyId',
];

/** What makes a call with own ids work. */
export interface ValidCall {
  readonly path?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** For every operation with an id: a call of the Owner that works. */
export function validCalls(own: FurnishedCompany): Readonly<Record<string, ValidCall>> {
  const [role, user, key] = [{ id: own.roleId }, { id: own.helper.id }, { id: own.keyId }];
  const act = { factor: 'password', secret: password, action: 'reveal', kind: 'company', keyId: own.keyId };
  return {
    deleteKey: { path: key },
    deleteRole: { path: role },
    getKey: { path: key },
    getSalesInvoice: { path: { id: own.invoiceId } },
    getUser: { path: user },
    listEvents: {},
    removeUser: { path: user },
    revealKey: { path: key },
    revokeKey: { path: key },
    setUserRoles: { path: user, body: { roles: [own.roleId] } },
    stepUp: { body: act },
    switchCompany: { body: { companyId: own.id } },
    updateKey: { path: key, body: {} },
    updateRole: { path: role, body: {} },
    updateUser: { path: user, body: { active: true } },
  };
}

/** Every place for an id that these operations have. */
export function idSlotsOf(operations: readonly Operation[]): IdSlot[] {
  return operations.flatMap((operation) => {
    const slot = (place: IdSlot['place'], name: string): IdSlot => ({ operation, place, name });
    const isId = ({ name }: { name: string }): boolean => idFields.includes(`${operation.id} ${name}`);
    return [
      ...operation.pathParameters.map((name) => slot('path', name)),
      ...operation.queryFields.filter(isId).map(({ name }) => slot('query', name)),
      ...operation.bodyFields.filter(isId).map(({ name }) => slot('body', name)),
    ];
  });
}

/** Sends the valid call with this value in this slot. */
export function sendWith(client: Client, slot: IdSlot, call: ValidCall, value: string): Promise<Answer> {
  const { operation, place, name } = slot;
  const inPath = place === 'path' ? { ...call.path, [name]: value } : { ...call.path };
  const path = operation.path.replace(/\{(\w+)\}/g, (_, key: string) =>
    encodeURIComponent(inPath[key] ?? ''),
  );
  const query = place === 'query' ? `?${name}=${encodeURIComponent(value)}` : '';
  const list = name.endsWith('[]');
  const put = place === 'body' ? { [list ? name.slice(0, -2) : name]: list ? [value] : value } : {};
  return client.send(operation.method, path + query, call.body && { ...call.body, ...put });
}

export function describeSlot({ operation, place, name }: IdSlot): string {
  return `${operation.method} ${operation.path} ${place} ${name}`;
}
