import { password } from './builders';
import { type Answer, type Client } from './client';
import { type FurnishedCompany } from './furnished-company';
import { type Field, type Operation } from './operations';

/** A place of an operation into which a client can put the id of a row. */
export interface IdSlot {
  readonly operation: Operation;
  readonly place: 'path' | 'query' | 'body';
  readonly name: string;
}

/**
 * The texts of queries and bodies that name a row of a company. Parameters of paths always name a row; in a business module,
 * a field does if its format is that of an id, or its name ends with `id` or `ids`.
 */
export const idFields: readonly string[] = [
  'bulkKeys ids[]',
  'createServiceAccount roles[]',
  'exportEvents actor',
  'exportEvents target',
  'generateKey serviceAccountId',
  'getUsage keyId',
  'inviteUser roles[]',
  'listEvents actor',
  'listEvents target',
  'listKeys createdBy',
  'listKeys owner',
  'listRefusals keyId',
  'readMyNotifications ids[]',
  'readMyNotifications upTo',
  'resetPassword userId',
  'setUserRoles roles[]',
  'stepUp ids[]',
  'stepUp keyId',
  'switchCompany companyId',
  'updateServiceAccount roles[]',
];

/** What makes a call with own ids work. */
interface ValidCall {
  readonly path?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /** The body for a field that replaces others. */
  readonly bodyWith?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** For every operation with an id: a call that works. The Owner makes it; under `/platform` an operator. */
export function validCalls(own: FurnishedCompany): Readonly<Record<string, ValidCall>> {
  const [role, user, key] = [{ id: own.roleId }, { id: own.helper.id }, { id: own.keyId }];
  const [company, code] = [{ id: own.id }, { code: own.platform.product }];
  const account = { id: own.serviceAccountId };
  const proof = { factor: 'password', secret: password, action: 'revoke' };
  const act = { ...proof, kind: 'company', keyId: own.keyId };
  return {
    ...own.business,
    approveCompany: { path: company, body: { revision: 1 } },
    approveCompanyName: { path: company, body: { revision: 1 } },
    bulkKeys: { body: { action: 'disable', ids: [own.keyId] } },
    closeCompany: { path: company },
    createServiceAccount: { body: { name: 'another', roles: [own.roleId] } },
    deleteKey: { path: key },
    deleteRole: { path: role },
    disableKey: { path: key },
    enableKey: { path: key },
    deleteServiceAccount: { path: account },
    endMySession: { path: { id: own.sessionId } },
    endOverlap: { path: key },
    exportEvents: {},
    generateKey: { body: { kind: 'machine', serviceAccountId: own.serviceAccountId } },
    getKey: { path: key },
    getPlatformCompany: { path: company },
    getServiceAccount: { path: account },
    getUsage: {},
    getUser: { path: user },
    inviteUser: { body: { username: 'another@invited.test', roles: [own.roleId] } },
    listEvents: {},
    listKeys: {},
    listKeyEvents: { path: key },
    listKnownKeys: { path: user },
    listRefusals: {},
    readMyNotifications: {
      body: { ids: [own.notificationId] },
      bodyWith: { upTo: { upTo: own.notificationId } },
    },
    reinstateCompany: { path: company },
    rejectCompany: { path: company, body: { revision: 1, reason: 'None' } },
    rejectCompanyName: { path: company, body: { revision: 1 } },
    releaseUser: { path: user },
    removeKeyShape: { path: { id: own.shapeId } },
    removeUser: { path: user },
    renewOwnerInvitation: { path: company },
    requestProduct: { path: code },
    resetPassword: { body: { userId: own.helper.id } },
    retireProduct: { path: code },
    revealKey: { path: key },
    revokeKey: { path: key },
    revokePlatformKey: { path: key },
    revokeServiceKey: { path: { id: own.platform.serviceKeyId } },
    rotateKey: { path: key, body: { overlapSeconds: 60 } },
    setProductActivation: { path: { ...company, ...code }, body: { enabled: true } },
    setUserRoles: { path: user, body: { roles: [own.roleId] } },
    stepUp: { body: act, bodyWith: { 'ids[]': { ...proof, ids: [own.keyId] } } },
    suspendCompany: { path: company, body: { reason: 'None' } },
    switchCompany: { body: { companyId: own.id } },
    updateKey: { path: key, body: {} },
    updateProduct: { path: code, body: { name: 'Another' } },
    updateRole: { path: role, body: {} },
    updateServiceAccount: { path: account, body: { roles: [own.roleId] } },
    updateUser: { path: user, body: { active: true } },
  };
}

/** Every place for an id that these operations have. */
export function idSlotsOf(operations: readonly Operation[]): IdSlot[] {
  return operations.flatMap((operation) => {
    const slot = (place: IdSlot['place'], name: string): IdSlot => ({ operation, place, name });
    const isId = ({ name, id }: Field): boolean =>
      operation.business ? id : idFields.includes(`${operation.id} ${name}`);
    return [
      ...operation.pathParameters.map((name) => slot('path', name)),
      ...operation.queryFields.filter(isId).map(({ name }) => slot('query', name)),
      ...operation.bodyFields.filter(isId).map(({ name }) => slot('body', name)),
    ];
  });
}

/** The id of ours that belongs in this slot. */
export function ownIdFor({ operation, place, name }: IdSlot, own: FurnishedCompany): string {
  const { path = {}, ...call } = validCalls(own)[operation.id] ?? {};
  const body = call.bodyWith?.[name] ?? call.body ?? {};
  switch (place) {
    case 'path':
      return path[name] ?? '';
    case 'query':
      return name === 'keyId' ? own.keyId : own.ownerId;
    case 'body':
      return String([body[name.replace('[]', '')]].flat()[0]);
  }
}

/** Who may call this operation, for this company. */
export function callerOf({ operation }: IdSlot, own: FurnishedCompany): Client {
  return operation.path.startsWith('/api/v1/platform/') ? own.platform.operator : own.owner;
}

/** Sends the valid call of ours with this value in this slot. */
export function sendWith(
  client: Client,
  slot: IdSlot,
  own: FurnishedCompany,
  value: string,
): Promise<Answer> {
  const { operation, place, name } = slot;
  const call = validCalls(own)[operation.id] ?? {};
  const inPath = place === 'path' ? { ...call.path, [name]: value } : { ...call.path };
  const path = operation.path.replace(/\{(\w+)\}/g, (_, key: string) =>
    encodeURIComponent(inPath[key] ?? ''),
  );
  const query = place === 'query' ? `?${name}=${encodeURIComponent(value)}` : '';
  const list = name.endsWith('[]');
  const put = place === 'body' ? { [list ? name.slice(0, -2) : name]: list ? [value] : value } : {};
  const body = call.bodyWith?.[name] ?? call.body;
  return client.send(operation.method, path + query, body && { ...body, ...put });
}

export function describeSlot({ operation, place, name }: IdSlot): string {
  return `${operation.method} ${operation.path} ${place} ${name}`;
}
