import { answered } from './answered';
import { connect } from './connection';
import { type RemoteCommand } from './remote-command';
import { companyOption, jsonOption, showFacts } from './show';

export const whoami: RemoteCommand = {
  name: 'whoami',
  summary: 'Show whom you are signed in as, and where',
  examples: [
    ['kunci whoami', 'server, name, company and permissions'],
    [
      'KUNCI_URL=https://keys.example.com KUNCI_KEY="$(cat ci.key)" kunci whoami',
      'with a key, and without signing in',
    ],
  ],
  options: [companyOption, jsonOption],
  run: async (call) => {
    const { client, login } = connect(call);
    const me = answered(await client.GET('/api/v1/me'));
    showFacts(call, { ...me, url: login.url }, [
      ['Server', login.url],
      ['Name', me.username],
      ['Company', me.companyName],
      ['With', me.key === undefined ? 'a password' : `a ${me.key.kind} key, ${me.key.name ?? me.key.id}`],
      ['Expires', me.key?.expiresAt],
      ['Permissions', me.permissions.join(' ')],
    ]);
  },
};
