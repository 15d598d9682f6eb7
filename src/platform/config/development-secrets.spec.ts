import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigFault, loadConfig } from './index';

const permissionBits = (path: string): number => statSync(path).mode & 0o777;

describe('the secrets of development', () => {
  let parent: string;
  let dataDir: string;

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'kunci-config-'));
    dataDir = join(parent, 'not', 'there', 'yet');
  });
  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  const theFile = (): string => join(dataDir, 'development-secrets.json');
  const theSecrets = (env: Record<string, string> = {}) => loadConfig({ DATA_DIR: dataDir, ...env }).secrets;

  it('are made once, and are the same from then on', () => {
    const first = theSecrets();
    const written = readFileSync(theFile(), 'utf8');

    expect(theSecrets()).toEqual(first);
    expect(readFileSync(theFile(), 'utf8')).toBe(written);
  });

  it('can be read by nobody else', () => {
    const umask = process.umask(0);
    try {
      theSecrets();
    } finally {
      process.umask(umask);
    }
    expect(permissionBits(theFile())).toBe(0o600);
    expect(permissionBits(dataDir)).toBe(0o700);
  });

  it('are three, each of 32 bytes, and others on another machine', () => {
    const here = theSecrets();
    const elsewhere = loadConfig({ DATA_DIR: join(parent, 'elsewhere') }).secrets;
    const all = [here, elsewhere].flatMap((secrets) => [
      ...[...secrets.peppers, ...secrets.keks].map(({ bytes }) => bytes),
      secrets.auditKey,
    ]);

    expect(all.map((bytes) => bytes.length)).toEqual(Array(6).fill(32));
    expect(new Set(all.map((bytes) => bytes.toString('hex'))).size).toBe(6);
  });

  it('stand back for one that is given', () => {
    const made = theSecrets();
    const given = Buffer.alloc(32, 9);
    const { auditKey, peppers } = theSecrets({ KUNCI_AUDIT_KEY: given.toString('base64') });

    expect(auditKey).toEqual(given);
    expect(peppers).toEqual(made.peppers);
  });

  it('are not made when all are given', () => {
    const secret = Buffer.alloc(32, 9).toString('base64');
    theSecrets({ KUNCI_PEPPERS: `a:${secret}`, KUNCI_KEKS: `a:${secret}`, KUNCI_AUDIT_KEY: secret });

    expect(() => statSync(theFile())).toThrow('ENOENT');
  });

  it('are refused, not made again, when somebody has damaged them', () => {
    theSecrets();
    const { KUNCI_KEKS: _, ...rest } = JSON.parse(readFileSync(theFile(), 'utf8'));
    writeFileSync(theFile(), JSON.stringify({ ...rest, KUNCI_PEPPERS: 'v1:no' }));

    expect(theSecrets).toThrow(ConfigFault);
    expect(theSecrets).toThrow(/KUNCI_KEKS .* is missing[^]*KUNCI_PEPPERS must look like/);
  });
});
