import { isProblem } from '../../../libs/sdk/problem';
import { CommandFault } from '../terminal/command-fault';
import { readSecret } from '../terminal/read-secret';
import { answered, type Answer } from './answered';
import { type Connection } from './connection';
import { type Call, type CommandOption } from './remote-command';

export const proofOption: CommandOption = {
  flags: '--proof-stdin',
  meaning: 'read the password, PIN or one-time code that the company asks for from standard input',
};

/** What the proof is bound to: a key, or the product that a new key is for. */
export interface ProvedAct {
  readonly keyId?: string;
  readonly product?: string;
}

/**
 * Sends a request, and a second time with a proof where the company asks for one.
 * @param send with the headers that carry the proof.
 * @throws CommandFault where nobody is there to prove it, or the proof is refused.
 */
export async function withProof<Data>(
  call: Call,
  { client }: Connection,
  act: ProvedAct,
  send: (headers: Readonly<Record<string, string>>) => Promise<Answer<Data>>,
): Promise<Data> {
  const first = await send({});
  const asked = demandedProof(first.error);
  if (asked === null) return answered(first);
  const { factor, action, kind } = asked;
  assertAnswerable(call, asked.detail, factor);
  const secret = await readSecret(labels[factor]);
  const body = { factor, secret, action, kind, ...act };
  const { stepUpToken } = answered(await client.POST('/api/v1/step-ups', { body }));
  return answered(await send({ 'step-up-token': stepUpToken }));
}

const labels = { password: 'Password', pin: 'PIN', totp: 'One-time code' } as const;

type Factor = keyof typeof labels;
type Action = 'generate' | 'reveal' | 'rotate' | 'revoke' | 'enable';
type Kind = 'company' | 'product' | 'personal' | 'machine';

interface DemandedProof {
  readonly detail: string;
  readonly factor: Factor;
  readonly action: Action;
  readonly kind: Kind;
}

/** @returns null for anything but a demand to prove who one is. */
function demandedProof(error: unknown): DemandedProof | null {
  if (!isProblem(error) || error.code !== 'step-up-required') return null;
  // A cast: the API describes these members of this problem, and the document leaves them open.
  return error as typeof error & DemandedProof;
}

function assertAnswerable({ options }: Call, detail: string, factor: Factor): void {
  if (process.stdin.isTTY || options.flag('proofStdin')) return;
  const how = `Repeat it at a terminal, or with --proof-stdin and the ${labels[factor]} on standard input.`;
  throw new CommandFault('refused', `${detail} (step-up-required)`, [how]);
}
