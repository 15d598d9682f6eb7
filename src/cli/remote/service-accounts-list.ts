import { harmless } from '../terminal/terminal';
import { connect } from './connection';
import { limitOption, readPages } from './pages';
import { type RemoteCommand } from './remote-command';
import { companyOption, jsonOption, showList } from './show';

export const serviceAccountsList: RemoteCommand = {
  name: 'service-accounts list',
  summary: 'List the service accounts of your company',
  examples: [['kunci service-accounts list', 'their ids are what keys create --service-account takes']],
  options: [limitOption, companyOption, jsonOption],
  run: async (call) => {
    const { client } = connect(call);
    const accounts = await readPages(call, (query) =>
      client.GET('/api/v1/service-accounts', { params: { query } }),
    );
    showList(call, accounts, [
      ['ID', ({ id }) => id],
      ['NAME', ({ name }) => harmless(name)],
      ['ROLES', ({ roles }) => harmless(roles.map(({ name }) => name).join(', '))],
      ['ACTIVE', ({ active }) => (active ? 'yes' : 'no')],
    ]);
  },
};
