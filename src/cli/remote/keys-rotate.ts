import { assertConfirmed } from '../terminal/ask';
import { connect } from './connection';
import { issuing } from './issue';
import { nameOf } from './key-facts';
import { keyOperand } from './key-operand';
import { type RemoteCommand } from './remote-command';
import { intoPlace, outputFileOption } from './secret-place';
import { companyOption, jsonOption } from './show';
import { proofOption, withProof } from './step-up';

const dayInSeconds = 86_400;

export const keysRotate: RemoteCommand = {
  name: 'keys rotate',
  summary: 'Give a key a new secret; the old one works on for a while',
  examples: [
    ['kunci keys rotate 01932f7e-… --output-file ci.key', 'the old secret works for another 24 hours'],
    ['kunci keys rotate 01932f7e-… --overlap 0 --yes', 'the old secret ends at once'],
  ],
  operands: [keyOperand],
  options: [
    {
      flags: '--overlap <duration>',
      meaning: 'how long the old secret still works, up to 7d; 24h if left out',
    },
    { flags: '--yes', meaning: 'do not ask before the old secret ends at once' },
    outputFileOption,
    proofOption,
    companyOption,
    jsonOption,
  ],
  run: async (call) => {
    const connection = connect(call);
    const [id = ''] = call.operands;
    const overlapSeconds = call.options.seconds('overlap') ?? dayInSeconds;
    if (overlapSeconds === 0) await assertConfirmed('The old secret ends at once.', call.options.flag('yes'));
    const send = issuing((headers) =>
      connection.client.POST('/api/v1/keys/{id}/rotate', {
        params: { path: { id } },
        body: { overlapSeconds },
        headers,
      }),
    );
    const rotated = await intoPlace(call, () => withProof(call, connection, { keyId: id }, send));
    const { key } = rotated;
    const old = key.superseded === null ? 'ended' : `works until ${key.superseded.endsAt}`;
    call.terminal.tell(`Rotated ${nameOf(key)}. The old secret ${old}.`);
  },
};
