import { Argument, Command } from 'commander';
import { type Terminal } from '../terminal/terminal';
import { bashCompletion, fishCompletion, zshCompletion } from './completion-scripts';
import { completionPlaces } from './completion-places';

const scripts = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };

const examples = `kunci completion: Print what makes a shell complete what you type.

Examples:
  source <(kunci completion bash)
      for this shell; in ~/.bashrc for all
  kunci completion zsh > "\${fpath[1]}/_kunci"
      for zsh
  kunci completion fish > ~/.config/fish/completions/kunci.fish
      for fish
`;

export function completionCommand(terminal: Terminal): Command {
  return new Command('completion')
    .summary('Print what makes a shell complete what you type')
    .addHelpText('before', examples)
    .addArgument(new Argument('<shell>', 'which shell').choices(Object.keys(scripts)))
    .action((shell: keyof typeof scripts) => terminal.print(scripts[shell](completionPlaces())));
}
