import { answered } from './answered';
import { connect } from './connection';
import { nameOf, receiptOf } from './key-facts';
import { keyOperand } from './key-operand';
import { type RemoteCommand } from './remote-command';
import { companyOption, jsonOption } from './show';

export const keysDisable: RemoteCommand = {
  name: 'keys disable',
  summary: 'Reject a key until it is enabled again',
  examples: [['kunci keys disable 01932f7e-…', 'while you find out who uses it']],
  operands: [keyOperand],
  options: [companyOption, jsonOption],
  run: async (call) => {
    const { client } = connect(call);
    const [id = ''] = call.operands;
    const changed = answered(await client.POST('/api/v1/keys/{id}/disable', { params: { path: { id } } }));
    if (call.options.flag('json')) call.terminal.printJson(changed);
    call.terminal.tell(`Disabled ${nameOf(changed.key)}. ${receiptOf(changed.revocation)}`);
  },
};
