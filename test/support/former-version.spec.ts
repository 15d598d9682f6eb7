import { buildFormerVersion } from './former-version';

describe('the former version', () => {
  it('is missed with a sentence that says what to do, where the clone does not reach back so far', () => {
    const nowhere = '0123456789'.repeat(4);

    expect(() => buildFormerVersion(nowhere)).toThrow(
      `The former version cannot be built: commit ${nowhere} is not in this clone. Fetch the whole history with ` +
        '`git fetch --unshallow`, or clone without `--depth`.',
    );
  });
});
