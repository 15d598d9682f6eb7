import { type ClientSettings } from '../../platform/config/client-settings';
import { type Terminal } from '../terminal/terminal';
import { type OptionValues } from './option-values';

/** A command that calls a server over HTTP. */
export interface RemoteCommand {
  /** What is typed behind `kunci`, as `keys create`. */
  readonly name: string;
  /** One line without a full stop. */
  readonly summary: string;
  /** What people type, each with what it is for. */
  readonly examples: readonly Example[];
  /** As commander spells them: `<id>` is required, `[url]` is not. */
  readonly operands?: readonly (readonly [spelling: string, meaning: string])[];
  readonly options?: readonly CommandOption[];
  run(call: Call): Promise<void>;
}

export type Example = readonly [typed: string, purpose: string];

export interface CommandOption {
  /** As commander spells them: `--name <text>`, `--yes`, or `--permission <name...>` for one that may be repeated. */
  readonly flags: string;
  readonly meaning: string;
  readonly choices?: readonly string[];
  /** The command is not complete without it. */
  readonly required?: boolean;
}

/** A command as it was typed, and where it runs. */
export interface Call {
  readonly operands: readonly (string | undefined)[];
  readonly options: OptionValues;
  readonly terminal: Terminal;
  readonly settings: ClientSettings;
}
