import { type ClientSettings } from '../../platform/config/client-settings';
import { CommandFault } from '../terminal/command-fault';
import { assertDone } from './answered';
import { clientOf, headersOf } from './connection';
import { type RemoteCommand } from './remote-command';
import { forgetLogin, type Login, savedLogin } from './saved-login';

export const logout: RemoteCommand = {
  name: 'logout',
  summary: 'Sign out, and forget the session or key',
  examples: [['kunci logout', 'a session also ends at the server']],
  run: async ({ settings, terminal }) => {
    const saved = readable(settings);
    if (saved === 'broken') {
      forgetLogin(settings);
      terminal.tell('What was kept could not be read, and is removed. A session in it ends by itself.');
      return;
    }
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

/** A file that cannot be read is one that can be removed. */
function readable(settings: ClientSettings): Login | 'broken' | null {
  try {
    return savedLogin(settings);
  } catch (error) {
    if (error instanceof CommandFault) return 'broken';
    throw error;
  }
}
