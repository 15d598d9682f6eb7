import { isIP } from 'node:net';
import { z } from 'zod';
import { isAddressOrBlock, isWithin, toBlock } from '../ip';
import { type GatewayConfig } from './config';
import { partsOf } from './parts-of';

interface ListenAddress {
  readonly host: string;
  readonly port: number;
}

const loopback = '127.0.0.1';
const loopbackBlocks = ['127.0.0.0/8', '::1'].map(toBlock);

/** What the environment may say of the listener that only gateways can reach. */
export const gatewaySettings = {
  GATEWAY_LISTEN: z
    .string()
    .refine(
      (text) => listenAddress(text) !== null,
      'must be a port, or an address and a port, like 3001, 127.0.0.1:3001 or [::1]:3001',
    )
    .optional()
    .describe(
      'Where gateways alone ask about keys, and are told whose a key is without a key of their own: `/gateway/check`, the signing keys and the health checks, and nothing else. A port alone is on loopback.',
    ),
  GATEWAY_ALLOWED_ADDRESSES: z
    .string()
    .refine(
      (text) => partsOf(text).every(isAddressOrBlock),
      'must be addresses or CIDR blocks separated by commas, like 10.0.0.0/8,127.0.0.1',
    )
    .transform(partsOf)
    .optional()
    .describe(
      'From where gateways may connect to `GATEWAY_LISTEN`. Required where that is no loopback address: who connects there needs no other proof.',
    ),
  GATEWAY_AUDIENCES: z
    .string()
    .refine(
      (text) => partsOf(text).every(isAudience),
      'must be names or addresses without blanks separated by commas, like https://api.example.com',
    )
    .transform(partsOf)
    .optional()
    .describe(
      'The APIs for which identities are signed on `GATEWAY_LISTEN`: the first, or the one that `?audience=` names. Without it none is signed there.',
    ),
};

interface GatewaySettings {
  readonly GATEWAY_LISTEN?: string | undefined;
  readonly GATEWAY_ALLOWED_ADDRESSES?: readonly string[] | undefined;
  readonly GATEWAY_AUDIENCES?: readonly string[] | undefined;
}

/** @returns null where there is no such listener. What does not fit together is added to `faults`. */
export function gatewayConfig(settings: GatewaySettings, faults: string[]): GatewayConfig | null {
  const { GATEWAY_LISTEN: text, GATEWAY_ALLOWED_ADDRESSES: allowed, GATEWAY_AUDIENCES: audiences } = settings;
  const listen = text === undefined ? null : listenAddress(text);
  if (listen === null) {
    for (const name of ['GATEWAY_ALLOWED_ADDRESSES', 'GATEWAY_AUDIENCES'] as const)
      if (settings[name] !== undefined) faults.push(`${name} is for GATEWAY_LISTEN, which is not set`);
    return null;
  }
  if (allowed === undefined && !isWithin(listen.host, loopbackBlocks))
    faults.push(
      `GATEWAY_ALLOWED_ADDRESSES is missing: others than this machine reach ${listen.host} of GATEWAY_LISTEN, so say from where gateways connect, like 10.0.0.0/8`,
    );
  return { ...listen, allowedAddresses: allowed ?? null, audiences: audiences ?? [] };
}

/** `3001`, `10.0.0.1:3001` or `[::1]:3001`; null for anything else. A name would not tell who can reach it. */
function listenAddress(text: string): ListenAddress | null {
  const [, host = '', digits = ''] = /^(?:(.+):)?(\d{1,5})$/.exec(text) ?? [];
  const port = Number(digits);
  if (digits === '' || port > 65_535) return null;
  if (host === '') return { host: loopback, port };
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  // An IPv6 address without brackets could go on with the port.
  const isAddress = bare === host ? isIP(host) === 4 : isIP(bare) === 6;
  return isAddress ? { host: bare, port } : null;
}

/** As the key of a gateway may have them. */
function isAudience(text: string): boolean {
  return /^[\x21-\x7E]{1,200}$/.test(text);
}
