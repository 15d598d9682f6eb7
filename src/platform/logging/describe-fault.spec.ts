import { QueryFailedError } from 'typeorm';
import { createLogger } from './logger';

function logged(fault: unknown): string {
  let line = '';
  createLogger('info', { write: (text) => (line = text) }).error({ err: fault }, 'failed');
  return line;
}

describe('what a log says of a fault', () => {
  it('names an ordinary fault, its message and its cause', () => {
    const line = logged(new Error('outer', { cause: new TypeError('inner') }));
    expect(JSON.parse(line).err).toMatchObject({
      message: 'outer',
      cause: { name: 'TypeError', message: 'inner' },
    });
  });

  it('tells neither the statement nor the values of a failed query', () => {
    const driverError = Object.assign(new Error("Duplicate entry 'canary' for key"), {
      code: 'ER_DUP_ENTRY',
    });
    const line = logged(
      new Error('no', { cause: new QueryFailedError('INSERT x', ['canary'], driverError) }),
    );
    expect(line).not.toContain('canary');
    expect(line).not.toContain('INSERT x');
    expect(line).toContain('ER_DUP_ENTRY');
  });
});
