import { assertDone } from './answered';
import { clientOf, headersOf } from './connection';
import { type RemoteCommand } from './remote-command';
import { forgetLogin, savedLogin } from './saved-login';

export const logout: RemoteCommand = {
  name: 'logout',
  summary: 'Sign out, and forget the session or key',
  examples: [['kunci logout', 'a session also ends at the server']],
  run: async ({ settings, terminal }) => {
    const saved = savedLogin(settings);
    if (saved === null) {
      terminal.tell('You are not signed in.');
      return;
    }
    // First here: a server that does not answer keeps nobody signed in on this machine.
    forgetLogin(settings);
    const client = clientOf(saved.url, headersOf(saved));
    const ended = 'cookie' in saved.credential ? await client.DELETE('/api/v1/sessions/current') : null;
    // A session that has ended already is what was wanted.
    if (ended !== null && ended.response.status !== 401) assertDone(ended);
    terminal.tell(`You are signed out of ${saved.url}.`);
  },
};
