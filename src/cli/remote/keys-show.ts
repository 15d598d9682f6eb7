import { answered } from './answered';
import { connect } from './connection';
import { showKey } from './key-facts';
import { keyOperand } from './key-operand';
import { type RemoteCommand } from './remote-command';
import { companyOption, jsonOption } from './show';

export const keysShow: RemoteCommand = {
  name: 'keys show',
  summary: 'Show what is known about a key; never its secret',
  examples: [['kunci keys show 01932f7e-…', 'status, permissions, last use']],
  operands: [keyOperand],
  options: [companyOption, jsonOption],
  run: async (call) => {
    const { client } = connect(call);
    const [id = ''] = call.operands;
    const key = answered(await client.GET('/api/v1/keys/{id}', { params: { path: { id } } }));
    showKey(call, key, key);
  },
};
