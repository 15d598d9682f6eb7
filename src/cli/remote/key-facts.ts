import { type components } from '../../../libs/sdk/openapi';
import { harmless, type Terminal } from '../terminal/terminal';
import { type Column, minuteOf, showFacts } from './show';
import { type Call } from './remote-command';

export type Key = components['schemas']['Key'];
type Receipt = components['schemas']['Revocation'];

export const keyColumns: readonly Column<Key>[] = [
  ['ID', ({ id }) => id],
  ['NAME', ({ name }) => harmless(name ?? '')],
  ['KIND', ({ kind, product }) => (product === null ? kind : `${kind}:${harmless(product)}`)],
  ['STATUS', ({ status }, terminal) => statusOf(status, terminal)],
  ['KEY', shortened],
  ['EXPIRES', ({ expiresAt }) => minuteOf(expiresAt)],
  ['LAST USED', ({ lastUsedAt }) => minuteOf(lastUsedAt)],
];

export function showKey(call: Call, thing: unknown, key: Key): void {
  showFacts(call, thing, [
    ['ID', key.id],
    ['Name', key.name],
    ['Description', key.description],
    ['Kind', key.kind],
    ['Environment', key.environment],
    ['Product', key.product],
    ['Owner', key.owner?.username],
    ['Status', key.status],
    ['Key', shortened(key)],
    ['Old secret', key.superseded && `works until ${key.superseded.endsAt}`],
    ['Created', `${key.createdAt} by ${key.createdBy.name}`],
    ['Expires', key.expiresAt ?? 'never'],
    ['Last used', key.lastUsed === null ? 'never' : usedAt(key.lastUsed)],
    ['Permissions', key.permissions.join(' ')],
    ['Addresses', key.allowedAddresses.join(' ')],
    ['Revoked', key.revokedAt && [key.revokedAt, key.revokedReason].filter(Boolean).join(': ')],
  ]);
}

/** Says from when every server knows what was done. */
export function receiptOf(receipt: Receipt): string {
  return receipt.effectiveEverywhere
    ? 'Every server knows it already.'
    : `Every server knows it by ${receipt.effectiveBy}.`;
}

export function nameOf({ name, id }: Key): string {
  return name === null ? id : `“${harmless(name)}” (${id})`;
}

function shortened({ start, last4 }: Key): string {
  return last4 === '' ? '' : `${start ?? ''}…${last4}`;
}

function statusOf(status: Key['status'], terminal: Terminal): string {
  return terminal.styled(status === 'active' ? 'green' : 'red', status);
}

function usedAt({ at, address, route }: NonNullable<Key['lastUsed']>): string {
  return [at, address && `from ${address}`, route].filter(Boolean).join(' ');
}
