import { PassThrough } from 'node:stream';
import { ask } from './ask';

describe('a question at the terminal', () => {
  it('has the answer without blanks around it', async () => {
    const input = new PassThrough();
    input.write(' yes \n');

    expect(await ask('Continue? ', input, new PassThrough())).toBe('yes');
  });

  it('ends with a sentence where the terminal is closed', async () => {
    const input = new PassThrough();
    input.end();

    await expect(ask('Continue? ', input, new PassThrough())).rejects.toMatchObject({
      outcome: 'refused',
      message: 'There was no answer. Nothing was changed.',
    });
  });

  it.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('ends with a sentence at %s', async (_what, typed) => {
    const [input, output] = [new PassThrough(), Object.assign(new PassThrough(), { isTTY: true })];
    input.write(typed);

    await expect(ask('Continue? ', input, output)).rejects.toMatchObject({ outcome: 'refused' });
  });
});
