import { homedir } from 'node:os';
import { clientSettings } from './client-settings';

describe('the settings of the command line', () => {
  it('are none where the environment has none', () => {
    const folder = `${homedir()}/.config/kunci`;
    expect(clientSettings({ KUNCI_URL: '', KUNCI_KEY: ' ' })).toEqual({
      url: null,
      key: null,
      folder,
      isPlain: false,
    });
  });

  it('are an address and a key, without what a paste brings along', () => {
    const env = { KUNCI_URL: ' https://keys.example.com ', KUNCI_KEY: 'kunci_1\n' };
    expect(clientSettings(env)).toMatchObject({ url: 'https://keys.example.com', key: 'kunci_1' });
  });

  it.each([
    ['/etc/xdg', '/etc/xdg/kunci'],
    ['relative', `${homedir()}/.config/kunci`],
  ])('keep what they keep where XDG_CONFIG_HOME says: %s', (XDG_CONFIG_HOME, folder) => {
    expect(clientSettings({ XDG_CONFIG_HOME }).folder).toBe(folder);
  });

  it.each([
    [{ NO_COLOR: '1' }, true],
    [{ NO_COLOR: '' }, false],
    [{ TERM: 'dumb' }, true],
    [{ TERM: 'xterm' }, false],
  ])('turn colours off: %j', (env, isPlain) => {
    expect(clientSettings(env).isPlain).toBe(isPlain);
  });
});
