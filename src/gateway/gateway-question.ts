import { keyEnvironments, type KeyEnvironment } from '../../libs/api-key';
import { type PermissionExpression } from '../../libs/permissions';
import { readPermissions } from '../api-keys';
import { type KeyCarrier } from '../auth';

/** What a gateway asks about the key of a request. */
export interface GatewayQuestion {
  /** Null where no permission is required. */
  readonly required: PermissionExpression | null;
  /** Only keys of this product; null for all. */
  readonly product: string | null;
  readonly environments: readonly KeyEnvironment[];
  /** Where the key is; null for anywhere. */
  readonly carrier: KeyCarrier | null;
  /** What of it a gateway is told about that proves itself: the text of the permission, and for whom; null for its first audience. */
  readonly permission: string | null;
  readonly audience: string | null;
  /** What the use counts against limits; null where it does not say, and one is counted. */
  readonly cost: number | null;
}

/** The parameters of an address: a question, or null where nobody can tell what is asked. */
export interface ReadQuestion {
  readonly question: GatewayQuestion | null;
  /** Whether a denial has to be one of the two that nginx hands on: it makes 500 of all others. */
  readonly forNginx: boolean;
}

const carriers: readonly KeyCarrier[] = ['x-api-key', 'authorization', 'basic'];
const parameters = ['permission', 'product', 'environment', 'audience', 'cost', 'key', 'deny'] as const;
/** What no client may say: these ask for something else, and not for more. */
const notOfClients = ['environment', 'audience', 'cost'] as const;
type Parameter = (typeof parameters)[number];
type Values = Partial<Record<Parameter, string>>;

const maxProductCharacters = 64;
/** As for `POST /keys/verify`. */
const maxCost = 1_000_000;

/** A gateway that puts its client's address behind its own parameters says so with this one, the last that counts. */
const rest = /(?:^|&)path=/;

/** The part of a query that the gateway wrote: what follows `path=` is its client's. */
export function ownPartOf(query: string): string {
  const found = rest.exec(query);
  return found === null ? query : query.slice(0, found.index);
}

/**
 * Reads what is asked. What is misspelt, empty or twice there is no question: left out, it would let through what it was to keep out.
 *
 * @param query of which only the gateway's own part is there
 * @param isFurther whether the address goes on behind `/gateway/check`. Then the query may be that of a client, which must not say
 * that test keys are accepted, nor for whom an identity is, nor what it costs
 */
export function readQuestion(query: string, isFurther: boolean): ReadQuestion {
  const values = valuesOf(new URLSearchParams(query));
  const forNginx = new URLSearchParams(query).get('deny') === 'nginx';
  const isTaken = values !== null && !(isFurther && notOfClients.some((name) => values[name] !== undefined));
  return { question: isTaken ? toQuestion(values) : null, forNginx };
}

function valuesOf(query: URLSearchParams): Values | null {
  const values: Values = {};
  for (const [name, value] of query) {
    const known = parameters.find((parameter) => parameter === name);
    if (known === undefined || values[known] !== undefined) return null;
    values[known] = value;
  }
  return values;
}

function toQuestion({
  permission,
  product,
  environment,
  audience,
  cost,
  key,
  deny,
}: Values): GatewayQuestion | null {
  const required = permission === undefined ? null : readPermissions(permission).required;
  const accepted = keyEnvironments.find((known) => known === (environment ?? 'live'));
  const carrier = carriers.find((known) => known === key) ?? null;
  const isRead =
    (permission === undefined || required !== null) &&
    (product === undefined || (product !== '' && product.length <= maxProductCharacters)) &&
    audience !== '' &&
    (cost === undefined || isCost(cost)) &&
    (key === undefined || carrier !== null) &&
    (deny === undefined || deny === 'nginx');
  if (!isRead || accepted === undefined) return null;
  return {
    ...{ required, product: product ?? null, environments: [accepted], carrier },
    ...{ permission: permission ?? null, audience: audience ?? null },
    cost: cost === undefined ? null : Number(cost),
  };
}

function isCost(text: string): boolean {
  return /^(0|[1-9]\d{0,6})$/.test(text) && Number(text) <= maxCost;
}
