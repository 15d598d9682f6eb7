import { type Client } from '../../../libs/sdk';
import { orThrow } from './client/or-throw';
import { type Clock } from './clock';
import { KunciProblem, KunciUnavailable } from './faults';
import { given } from './given';
import { type KunciOptions } from './kunci-options';
import { RememberedVerdicts } from './remembered-verdicts';
import { endsKey, readVerdict, type Verdict } from './verdict';
import { type Verifier } from './verifier';

type Body = Parameters<typeof ask>[1];

/** Asks Kunci about every key, and remembers good verdicts only where the options say so. */
export function askingVerifier(
  client: Client,
  { product, environment, maxStaleMs = 0 }: KunciOptions,
  clock: Clock,
): Verifier['verify'] {
  const remembered = maxStaleMs > 0 ? new RememberedVerdicts(maxStaleMs, clock) : null;
  return async (key, { signal, ...question } = {}) => {
    const body = { ...given({ product, environment }), ...given(question), key };
    if (remembered === null) return ask(client, body, signal);
    return askOrRecall(remembered, body, () => ask(client, body, signal));
  };
}

async function ask(
  client: Client,
  body: { readonly key: string; readonly cost?: number },
  signal: AbortSignal | undefined,
): Promise<Verdict> {
  const verdict = readVerdict(await answerTo(client, body, signal));
  if (verdict === null) throw unreadable('What was answered is no verdict of Kunci.', null);
  return verdict;
}

/** Something answered, so this is no outage. */
function unreadable(message: string, cause: unknown): KunciUnavailable {
  return new KunciUnavailable(message, { retryAfterSeconds: null, isUnreachable: false, cause });
}

/** What is no JSON is no answer. */
async function answerTo(client: Client, body: Body, signal: AbortSignal | undefined): Promise<unknown> {
  try {
    return await orThrow(client.POST('/api/v1/keys/verify', { body, signal: signal ?? null }));
  } catch (fault) {
    signal?.throwIfAborted();
    if (fault instanceof KunciProblem || fault instanceof KunciUnavailable) throw fault;
    throw unreadable('The answer of Kunci could not be read.', fault);
  }
}

async function askOrRecall(
  remembered: RememberedVerdicts,
  body: Body,
  asking: () => Promise<Verdict>,
): Promise<Verdict> {
  try {
    const verdict = await asking();
    if (verdict.valid) await remembered.remember(body, verdict);
    else if (endsKey(verdict.code)) await remembered.forgetKey(body);
    else await remembered.forget(body);
    return verdict;
  } catch (fault) {
    // A limit of our own key, a redirect, the page of a proxy: Kunci may be up, and the key revoked.
    const isOutage = fault instanceof KunciUnavailable && fault.isUnreachable;
    const verdict = isOutage ? await remembered.recall(body) : null;
    if (verdict === null) throw fault;
    return verdict;
  }
}
