import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { typed } from '../../../test/support/typed-command';
import { loginOf } from './connection';
import { logout } from './logout';

describe('a file of the login that is broken', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kunci-test-'));
  const file = path.join(folder, 'login.json');
  beforeEach(() => writeFileSync(file, '{"url": "https://keys'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('does not matter where KUNCI_URL and KUNCI_KEY say everything', () => {
    const { call } = typed({}, { folder, url: 'https://keys.example.com/', key: 'kunci_any' });

    expect(loginOf(call)).toEqual({ url: 'https://keys.example.com', credential: { key: 'kunci_any' } });
  });

  it('is told of where it is needed, with what to do', () => {
    expect(() => loginOf(typed({}, { folder }).call)).toThrow('Remove it with kunci logout');
  });

  it('is removed by kunci logout', async () => {
    const { call, told } = typed({}, { folder });
    await logout.run(call);

    expect(existsSync(file)).toBe(false);
    expect(told()).toContain('is removed');
  });
});
