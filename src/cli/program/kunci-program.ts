import { Command, Option } from 'commander';
import { type ClientSettings } from '../../platform/config/client-settings';
import { programVersion } from '../../platform/version';
import { OptionValues } from '../remote/option-values';
import { type CommandOption, type Example, type RemoteCommand } from '../remote/remote-command';
import { CommandFault } from '../terminal/command-fault';
import { type Terminal } from '../terminal/terminal';
import { completionCommand } from './completion-command';
import { type OperatingCommand, operatingCommands } from './operating-commands';
import { operate } from './operate';
import { groups, remoteCommands } from './remote-commands';

const introduction: readonly Example[] = [
  ['kunci login https://keys.example.com', 'sign in'],
  ['kunci keys create --kind company --name CI --output-file ci.key', 'create a key, without showing it'],
  ['kunci keys list --expires-within-days 14', 'what to rotate soon'],
  ['kunci events tail', 'follow what happens'],
];

const headings = {
  signingIn: 'Signing in:',
  remote: 'With a server:',
  operating: 'On the machine of the server, with its settings:',
  more: 'More:',
};

/** In the help of a group of commands. */
const maxExamples = 4;

const epilogue = `
Data goes to standard output, everything else to standard error.
Exit codes: 0 done, 1 refused, 2 typed wrongly, 3 no valid credentials, 4 not found, 5 no answer.
KUNCI_URL and KUNCI_KEY outrank what kunci login keeps.`;

/** Where the commands run. */
export interface Surroundings {
  readonly terminal: Terminal;
  readonly settings: ClientSettings;
}

/** The command line with all its commands. What is typed wrongly throws a CommanderError. */
export function kunciProgram(here: Surroundings): Command {
  const program = described(new Command('kunci'), 'API keys on your own servers', introduction)
    .version(programVersion, '--version', 'show the version')
    .addHelpText('after', epilogue)
    .enablePositionalOptions()
    .exitOverride()
    .showHelpAfterError('kunci --help shows what can be typed.')
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'kunci: ')) })
    .configureHelp({ subcommandTerm: termOf })
    .helpOption('-h, --help', 'show this help')
    .addHelpCommand(new Command('help').argument('[command]').summary('Show help').helpGroup(headings.more));
  for (const command of remoteCommands) addRemote(program, command, here);
  for (const command of operatingCommands) addOperating(program, command);
  program.addCommand(
    completionCommand(here.terminal).helpGroup(headings.more).copyInheritedSettings(program),
  );
  return program;
}

function addRemote(program: Command, command: RemoteCommand, here: Surroundings): void {
  const [first = '', second] = command.name.split(' ');
  const parent = second === undefined ? program : groupOf(program, first);
  const added = described(parent.command(second ?? first), command.summary, command.examples, command.name);
  if (second === undefined) added.helpGroup(headings.signingIn);
  added.showHelpAfterError(`kunci ${command.name} --help shows what can be typed.`);
  for (const [spelling, meaning] of command.operands ?? []) added.argument(spelling, meaning);
  for (const option of command.options ?? []) added.addOption(optionOf(option));
  added.action(async () => {
    // A cast: an operand is text where it was given.
    const operands = added.processedArgs as (string | undefined)[];
    await command.run({ ...here, operands, options: new OptionValues(added.opts()) });
  });
}

/** The command that a name with two words begins with. */
function groupOf(program: Command, name: string): Command {
  const known = program.commands.find((command) => command.name() === name);
  if (known !== undefined) return known;
  const own = remoteCommands.filter((command) => command.name.startsWith(`${name} `));
  const examples = own.flatMap((command) => command.examples.slice(0, 1)).slice(0, maxExamples);
  return described(program.command(name).helpGroup(headings.remote), groups[name] ?? '', examples, name);
}

function optionOf({ flags, meaning, choices, required = false }: CommandOption): Option {
  const option = new Option(flags, meaning).makeOptionMandatory(required);
  return choices === undefined ? option : option.choices(choices);
}

/** Its options are its own: they are handed on as they were typed. */
function addOperating(program: Command, command: OperatingCommand): void {
  const known = program.commands.find((one) => one.name() === command.name);
  const added =
    known ?? described(program.command(command.name), command.summary, command.examples, command.name);
  added
    .helpGroup(headings.operating)
    .usage(command.synopsis)
    .argument('[arguments...]')
    .allowUnknownOption()
    .passThroughOptions()
    .action(async () => {
      if (known !== undefined) assertNoCommand(known, added.args);
      await operate(command, added.args);
    });
}

/** A mistyped command would be taken for the name of a file. @throws CommandFault for a bare word where a command may stand. */
function assertNoCommand(group: Command, [first = '']: readonly string[]): void {
  if (!/^[a-z]+$/.test(first)) return;
  const typed = `kunci ${group.name()}`;
  const known = group.commands.map((command) => `${typed} ${command.name()}`).join(', ');
  throw new CommandFault('usage', `${typed} ${first} is no command.`, [
    `There is ${known}. If you mean a file: ${typed} ./${first}`,
  ]);
}

/** Examples come first in its help, as people look for them first. */
function described(command: Command, summary: string, examples: readonly Example[], name?: string): Command {
  const lines = examples.map(([typed, purpose]) => `  ${typed}\n      ${purpose}`);
  const title = name === undefined ? '' : `kunci ${name}: `;
  return command
    .summary(summary)
    .addHelpText('before', `${title}${summary}.\n\nExamples:\n${lines.join('\n')}\n`);
}

/** How a command stands in the list of a help: its name, and what it cannot do without. */
function termOf(command: Command): string {
  const operands = command.registeredArguments.filter(({ required }) => required);
  return [command.name(), ...operands.map((operand) => `<${operand.name()}>`)].join(' ');
}
