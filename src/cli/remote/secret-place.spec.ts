import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { typed } from '../../../test/support/typed-command';
import { intoPlace } from './secret-place';

const made = { secret: 'kunci_secret', key: { id: '0190-id' } };
const make = (): Promise<typeof made> => Promise.resolve(made);

describe('a secret that was made', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kunci-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is printed alone, or with --json with all that was answered', async () => {
    const [plain, json] = [typed(), typed({ json: true })];
    await intoPlace(plain.call, make);
    await intoPlace(json.call, make);

    expect(plain.printed()).toBe('kunci_secret\n');
    expect(JSON.parse(json.printed())).toEqual(made);
  });

  it('is in the file alone, and not in what --json prints', async () => {
    const outputFile = path.join(folder, 'secret');
    const { call, printed } = typed({ json: true, outputFile });
    await intoPlace(call, make);

    expect(readFileSync(outputFile, 'utf8')).toBe('kunci_secret\n');
    expect(JSON.parse(printed())).toEqual({ key: made.key });
  });

  it.each([{}, { json: true }])('is no success where nobody reads it: %j', async (options) => {
    const { call, out, ended } = typed(options);
    call.terminal.endWithReader(ended);
    out._write = (_chunk, _encoding, done) => done(Object.assign(new Error('broken'), { code: 'EPIPE' }));

    await expect(intoPlace(call, make)).rejects.toMatchObject({
      outcome: 'refused',
      message: 'The secret could not be written to standard output: EPIPE.',
      notes: [expect.stringContaining('kunci keys rotate 0190-id')],
    });
    expect(ended).not.toHaveBeenCalled();
  });

  it('differs from a list, which ends quietly where its reader has seen enough', async () => {
    const { call, out, ended } = typed();
    call.terminal.endWithReader(ended);
    const closed = new Promise((resolve) => out.once('close', resolve));
    out._write = (_chunk, _encoding, done) => done(Object.assign(new Error('broken'), { code: 'EPIPE' }));
    call.terminal.print('a line of a list');
    await closed;

    expect(ended).toHaveBeenCalledWith(0);
  });
});
