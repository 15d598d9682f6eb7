import { CommandFault } from '../terminal/command-fault';
import { type Answer } from './answered';
import { issuing } from './issue';

type Attempt = () => Promise<Answer<string>>;

const made: Attempt = () => Promise.resolve({ data: 'secret', response: new Response() });
const answers =
  (status: number, error: unknown = '<h1>'): Attempt =>
  () =>
    Promise.resolve({ error, response: new Response(null, { status }) });
const silent: Attempt = () => Promise.reject(new CommandFault('unavailable', 'No answer.'));

/** Sends what the attempts answer one after the other. */
async function sent(...attempts: Attempt[]): Promise<{ answer: Answer<string>; keys: unknown[] }> {
  const keys: unknown[] = [];
  const send = issuing(
    (headers) => {
      keys.push(headers['idempotency-key']);
      return (attempts.shift() ?? made)();
    },
    () => Promise.resolve(),
  );
  return { answer: await send({}), keys };
}

describe('a request that makes a secret', () => {
  const inUse = { status: 409, code: 'idempotency-key-in-use', detail: 'Under way.' };
  it.each([
    ['no answer came, or half of one', [silent]],
    ['a proxy answers 502', [answers(502)]],
    ['a proxy answers 503', [answers(503)]],
    ['a proxy answers 504', [answers(504)]],
    ['the first is still under way', [answers(504), answers(409, inUse)]],
  ])('is repeated with the same Idempotency-Key where %s', async (_what, attempts) => {
    const { answer, keys } = await sent(...attempts);

    expect(answer.data).toBe('secret');
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(1);
  });

  it('is not repeated where the server refuses', async () => {
    const { answer, keys } = await sent(answers(403));

    expect([answer.response.status, keys.length]).toEqual([403, 1]);
  });

  it('ends with the fault where no answer comes for good', async () => {
    await expect(sent(silent, silent, silent)).rejects.toThrow('No answer.');
  });
});
