import { curl } from '../../patterns/request-samples';

/** A secret that was just made, and what it is for. */
export interface NewSecret {
  readonly secret: string;
  readonly mayVerify: boolean;
  readonly ofGateway: boolean;
}

/** Where a service asks, and about which API key; or a word that stands for it. */
interface Asked {
  readonly address: string;
  readonly key: string;
}

/** What to try it with: it verifies a key, as a gateway does or as a service does. One that may not says who it is. */
export function firstRequest({ secret, mayVerify, ofGateway }: NewSecret, { address, key }: Asked): string {
  if (ofGateway) {
    const headers = { 'Kunci-Gateway': secret };
    return curl({ url: `${address}/gateway/check`, apiKey: key, headers });
  }
  if (!mayVerify) return curl({ url: `${address}/api/v1/me`, apiKey: secret });
  return curl({ method: 'POST', url: `${address}/api/v1/keys/verify`, apiKey: secret, body: { key } });
}
