import { connect } from './connection';
import { keyOperand } from './key-operand';
import { type RemoteCommand } from './remote-command';
import { intoPlace, outputFileOption } from './secret-place';
import { jsonOption } from './show';
import { proofOption, withProof } from './step-up';

export const keysReveal: RemoteCommand = {
  name: 'keys reveal',
  summary: 'Print the secret of a key again, where its policy allows that',
  examples: [
    ['kunci keys reveal 01932f7e-… --output-file ci.key', 'signed in as a person; keys cannot do this'],
  ],
  operands: [keyOperand],
  options: [outputFileOption, proofOption, jsonOption],
  run: async (call) => {
    const connection = connect(call);
    const [id = ''] = call.operands;
    await intoPlace(call, () =>
      withProof(call, connection, { keyId: id }, (headers) =>
        connection.client.POST('/api/v1/keys/{id}/reveal', { params: { path: { id } }, headers }),
      ),
    );
  },
};
