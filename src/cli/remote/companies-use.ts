import { CommandFault } from '../terminal/command-fault';
import { harmless } from '../terminal/terminal';
import { answered } from './answered';
import { connect } from './connection';
import { type RemoteCommand } from './remote-command';

export const companiesUse: RemoteCommand = {
  name: 'companies use',
  summary: 'Act for another of your companies',
  examples: [['kunci companies use lintas-pay', 'for all commands until you sign out']],
  operands: [['<company>', 'its slug or id, as kunci companies list shows it']],
  run: async (call) => {
    const { client, login } = connect(call);
    const [named] = call.operands;
    if ('key' in login.credential)
      throw new CommandFault('refused', 'A key acts for the company that it belongs to.');
    const { companies } = answered(await client.GET('/api/v1/sessions/current'));
    const found = companies.find(({ id, slug }) => id === named || slug === named);
    if (found === undefined) throw new CommandFault('notFound', 'You are no member of such a company.');
    answered(await client.PUT('/api/v1/sessions/current/company', { body: { companyId: found.id } }));
    call.terminal.tell(`You act for ${harmless(found.name)} now.`);
  },
};
