import { assertConfirmed } from '../terminal/ask';
import { connect } from './connection';
import { nameOf, receiptOf } from './key-facts';
import { keyOperand } from './key-operand';
import { type RemoteCommand } from './remote-command';
import { companyOption, jsonOption } from './show';
import { proofOption, withProof } from './step-up';

export const keysRevoke: RemoteCommand = {
  name: 'keys revoke',
  summary: 'Revoke a key permanently',
  examples: [
    ['kunci keys revoke 01932f7e-… --reason "Found in a log"', 'asks before it does so'],
    ['kunci keys revoke 01932f7e-… --yes', 'for scripts'],
  ],
  operands: [keyOperand],
  options: [
    { flags: '--reason <text>', meaning: 'why; it stands beside the key and in the audit trail' },
    { flags: '--yes', meaning: 'do not ask' },
    proofOption,
    companyOption,
    jsonOption,
  ],
  run: async (call) => {
    const connection = connect(call);
    const [id = ''] = call.operands;
    await assertConfirmed(
      `Requests with the key ${id} will be rejected from now on.`,
      call.options.flag('yes'),
    );
    const body = { reason: call.options.text('reason') };
    const revoked = await withProof(call, connection, { keyId: id }, (headers) =>
      connection.client.POST('/api/v1/keys/{id}/revoke', { params: { path: { id } }, body, headers }),
    );
    if (call.options.flag('json')) call.terminal.printJson(revoked);
    call.terminal.tell(`Revoked ${nameOf(revoked.key)}. ${receiptOf(revoked.revocation)}`);
  },
};
