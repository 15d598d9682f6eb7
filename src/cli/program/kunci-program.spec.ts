import { typed } from '../../../test/support/typed-command';
import { kunciProgram } from './kunci-program';

describe('kunci', () => {
  it('refuses a mistyped command where the name of a file may follow', async () => {
    const run = kunciProgram(typed().call).parseAsync(['events', 'tial'], { from: 'user' });

    await expect(run).rejects.toMatchObject({
      outcome: 'usage',
      message: 'kunci events tial is no command.',
      notes: ['There is kunci events tail. If you mean a file: kunci events ./tial'],
    });
  });
});
