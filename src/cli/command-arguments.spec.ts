import { commandArguments, type CommandShape } from './command-arguments';

const shape: CommandShape = {
  usage: 'npm run restore -- [--events FILE] [--accept-revived] BACKUP',
  operands: 1,
  options: { events: { type: 'string' }, 'accept-revived': { type: 'boolean' } },
};

describe('the arguments of a command', () => {
  it('are operands and options, in any order', () => {
    expect(commandArguments(['--events', 'log', 'backup', '--accept-revived'], shape)).toEqual({
      operands: ['backup'],
      options: { events: 'log', 'accept-revived': true },
    });
  });

  it.each([
    ['an operand too few', []],
    ['an operand too many', ['one', 'two']],
    ['an unknown option', ['--force', 'backup']],
    ['a misspelt option', ['--event', 'log', 'backup']],
    ['a short option', ['-f', 'backup']],
    ['an option without its value', ['backup', '--events']],
    ['an option that takes none', ['--accept-revived=yes', 'backup']],
  ])('are refused with how the command is typed: %s', (_what, args) => {
    expect(() => commandArguments(args, shape)).toThrow(`\nUsage: ${shape.usage}`);
  });
});
