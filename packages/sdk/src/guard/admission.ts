import { type Clock, systemClock } from '../clock';
import { type Question, type Verifier } from '../verifier';
import { noteKey } from './admitted-key';
import { type Carrier, readCredential } from './credential';
import { type Refusal, refusalInOutage, refusalOf, refusalOfCredential } from './refusal';

/** What a guard requires, besides a permission. */
export interface GuardOptions extends Pick<Question, 'product' | 'environment' | 'cost' | 'include'> {
  /** The one place where keys are, if the other header is your application's own. */
  readonly carrier?: Carrier;
  /** Hears of each verdict that could not be had, and of permissions that Kunci does not know: both are yours to mend. */
  readonly onFault?: (fault: unknown) => void;
  /** For tests. */
  readonly clock?: Clock;
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
    ...given({ permission, username: presented.username, address: address ?? null }),
  };
  try {
    const verdict = await kunci.verify(presented.key, question);
    if (verdict.unknown.length > 0) onFault?.(new UnknownPermission(verdict.unknown));
    if (!verdict.valid) return refusalOf(verdict, asked.cost ?? 1, clock);
    noteKey(request, verdict);
    return null;
  } catch (fault) {
    onFault?.(fault);
    return refusalInOutage(fault);
  }
}

/** The parts of a question that there are. */
function given(parts: Readonly<Record<'permission' | 'username' | 'address', string | null>>): Question {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== null));
}

/** A route requires what no product has, so nobody can be let in there. */
class UnknownPermission extends Error {
  override readonly name = 'UnknownPermission';

  constructor(names: readonly string[]) {
    super(`Kunci knows no permission ${names.join(', ')}. Is it misspelt?`);
  }
}
