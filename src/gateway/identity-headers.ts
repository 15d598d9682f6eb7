import { type Permission } from '../../libs/permissions';
import { type KeyRecord } from '../api-keys';
import { type GatewayQuestion } from './gateway-question';

export type IdentityHeaders = Readonly<Record<string, string>>;

/** What is signed, and how long it lasts. */
interface Signing {
  readonly issuer: string;
  readonly audience: string | null;
  readonly issuedAtS: number;
  readonly endsAtS: number;
  /** @returns null where nothing is signed. */
  readonly sign: (claims: object) => string | null;
}

/** nginx answers 500 where the header fields of an answer have more than 4 kB; there are others beside these. */
const maxBytes = 3_000;

/**
 * Tells a gateway whose a key is. Values are percent-encoded UTF-8, so that a name can hold anything and no value can end a header. All are
 * there, and empty where there is nothing to tell: Caddy hands on the name of a variable for what is not there. Where they would be too long together, the
 * permissions are left out, then what was asked, and then the owner's name beside its claim.
 */
export function identityHeaders(
  key: KeyRecord,
  question: GatewayQuestion,
  signing: Signing,
): IdentityHeaders {
  const permissions = permissionsOf(key, question);
  const { permission } = question;
  const whole = headersOf(key, { permissions, permission }, signing);
  if (isShort(whole)) return whole;
  const shorter = headersOf(key, { permissions: null, permission }, signing);
  if (isShort(shorter)) return shorter;
  const shortest = headersOf(key, { permissions: null, permission: undefined }, signing);
  // Percent-encoded it takes up to three times as much as in the claims, which still have it.
  return isShort(shortest) ? shortest : { ...shortest, 'kunci-owner': '' };
}

/** Of the product that was asked about; else all. */
function permissionsOf(key: KeyRecord, { product }: GatewayQuestion): readonly Permission[] {
  return product === null ? [...key.permissions, ...key.productPermissions] : key.productPermissions;
}

interface Told {
  /** Null where they are left out. */
  readonly permissions: readonly Permission[] | null;
  /** Null where nothing was asked, undefined where it is left out. */
  readonly permission: string | null | undefined;
}

function headersOf(key: KeyRecord, told: Told, signing: Signing): IdentityHeaders {
  const { id, kind, company, owner, product, environment } = key;
  const { permissions } = told;
  const identity = signing.sign(claimsOf(key, told, signing));
  return {
    'kunci-key-id': id,
    'kunci-key-kind': kind,
    'kunci-company': encodeURIComponent(company.slug),
    'kunci-company-id': company.id,
    'kunci-owner': encodeURIComponent(owner?.username ?? ''),
    'kunci-product': encodeURIComponent(product ?? ''),
    'kunci-environment': environment,
    'kunci-permissions': permissions?.join(' ') ?? '',
    'kunci-permissions-omitted': permissions === null ? '1' : '',
    'kunci-identity': identity ?? '',
  };
}

function claimsOf(key: KeyRecord, { permissions, permission }: Told, signing: Signing): object {
  const { id, kind, company, owner, product, environment } = key;
  const { issuer, audience, issuedAtS, endsAtS } = signing;
  return {
    ...{ iss: issuer, sub: id, aud: audience, iat: issuedAtS, exp: endsAtS },
    ...{ company: company.slug, company_id: company.id, kind },
    ...{ owner: owner?.username ?? null, product, environment },
    ...(permissions === null ? { permissions_omitted: true } : { permissions }),
    permission_asked: permission,
  };
}

/** With a colon, a blank and the end of the line for each. */
function isShort(headers: IdentityHeaders): boolean {
  const bytes = Object.entries(headers).reduce(
    (sum, [name, value]) => sum + name.length + value.length + 4,
    0,
  );
  return bytes <= maxBytes;
}
