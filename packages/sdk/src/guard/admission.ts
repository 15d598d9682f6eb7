import { isIP } from 'node:net';
import { type Clock, systemClock } from '../clock';
import { given } from '../given';
import { type Question, type Verifier } from '../verifier';
import { noteKey } from './admitted-key';
import { type Carrier, readCredential } from './credential';
import { type Refusal, refusalInOutage, refusalOf, refusalOfCredential } from './refusal';

/** What a guard requires, besides a permission. */
export interface GuardOptions extends Pick<Question, 'product' | 'environment' | 'cost' | 'include'> {
  /** The one place where keys are, if the other header is your application's own. */
  readonly carrier?: Carrier | undefined;
  /** Hears of each verdict that could not be had, and of permissions that Kunci does not know: both are yours to mend. */
  readonly onFault?: ((fault: unknown) => unknown) | undefined;
  /** For tests. */
  readonly clock?: Clock | undefined;
}

/** As much of a request as is looked at; Node, Express and Fastify have it. */
export interface GuardedRequest {
  readonly rawHeaders: readonly string[];
  /** Of the client, after the proxies that the application trusts. */
  readonly address: string | undefined;
}

/**
 * Decides about a request, and notes its key for `keyOf` where it is let in.
 *
 * @param request on which the key is noted.
 * @param permission one name, or several with `AND`, `OR` and parentheses; null where any key will do.
 * @returns null where the request is let in; otherwise what its client is told. It throws nothing.
 */
export async function admit(
  kunci: Verifier,
  request: object,
  { rawHeaders, address }: GuardedRequest,
  permission: string | null,
  { carrier, onFault, clock = systemClock, ...asked }: GuardOptions,
): Promise<Refusal | null> {
  const presented = readCredential(rawHeaders, carrier ?? null);
  if (presented.kind !== 'key') return refusalOfCredential(presented.kind);
  const question = {
    ...asked,
    ...given({
      permission: permission ?? undefined,
      username: presented.username ?? undefined,
      address: address !== undefined && isAddress(address) ? address : undefined,
    }),
  };
  try {
    const verdict = await kunci.verify(presented.key, question);
    if (verdict.unknown.length > 0) void report(onFault, new UnknownPermission(verdict.unknown));
    if (!verdict.valid) return refusalOf(verdict, asked.cost ?? 1, clock);
    noteKey(request, verdict);
    return null;
  } catch (fault) {
    void report(onFault, fault);
    return refusalInOutage(fault);
  }
}

/** Longer ones are refused. */
const maxAddressCharacters = 64;

/** Kunci refuses a question with anything else, such as the `unknown` of a proxy. Without it, a key that is limited to addresses is refused. */
function isAddress(text: string): boolean {
  // Brackets and ports, as some proxies write them, are ignored by Kunci.
  const bare = text.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1');
  return isIP(bare) !== 0 && text.length <= maxAddressCharacters;
}

/** What hears of a fault may fail itself; the request must not, as a rejected promise would end the process of some frameworks. */
async function report(onFault: GuardOptions['onFault'], fault: unknown): Promise<void> {
  try {
    await onFault?.(fault);
  } catch (thrown) {
    console.error(thrown);
  }
}

/** A route requires what no product has, so nobody can be let in there. */
class UnknownPermission extends Error {
  override readonly name = 'UnknownPermission';

  constructor(names: readonly string[]) {
    super(`Kunci knows no permission ${names.join(', ')}. Is it misspelt?`);
  }
}
