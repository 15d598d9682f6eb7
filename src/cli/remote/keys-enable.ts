import { connect } from './connection';
import { nameOf } from './key-facts';
import { keyOperand } from './key-operand';
import { type RemoteCommand } from './remote-command';
import { companyOption, jsonOption } from './show';
import { proofOption, withProof } from './step-up';

export const keysEnable: RemoteCommand = {
  name: 'keys enable',
  summary: 'Accept a disabled key again',
  examples: [['kunci keys enable 01932f7e-…', 'the same secret works again']],
  operands: [keyOperand],
  options: [proofOption, companyOption, jsonOption],
  run: async (call) => {
    const connection = connect(call);
    const [id = ''] = call.operands;
    const enabled = await withProof(call, connection, { keyId: id }, (headers) =>
      connection.client.POST('/api/v1/keys/{id}/enable', { params: { path: { id } }, headers }),
    );
    if (call.options.flag('json')) call.terminal.printJson(enabled);
    call.terminal.tell(`Enabled ${nameOf(enabled.key)}.`);
  },
};
