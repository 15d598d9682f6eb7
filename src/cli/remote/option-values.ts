import { CommandFault } from '../terminal/command-fault';

const secondsIn: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** The options that were given, by their names in camel case. */
export class OptionValues {
  constructor(private readonly values: Readonly<Record<string, unknown>>) {}

  flag(name: string): boolean {
    return this.values[name] === true;
  }

  /** Of an option that begins with `--no-`: whether it was given. */
  isOff(name: string): boolean {
    return this.values[name] === false;
  }

  text(name: string): string | undefined {
    const value = this.values[name];
    return typeof value === 'string' ? value : undefined;
  }

  list(name: string): string[] | undefined {
    const value = this.values[name];
    return Array.isArray(value) ? value.map(String) : undefined;
  }

  /** @throws CommandFault for anything but a whole number from `min`. */
  count(name: string, min = 1): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    if (/^\d{1,12}$/.test(text) && Number(text) >= min) return Number(text);
    throw new CommandFault('usage', `--${kebab(name)} takes a whole number from ${min}.`);
  }

  /** @throws CommandFault for what is no duration. */
  seconds(name: string): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const seconds = secondsOf(text);
    if (seconds === null)
      throw new CommandFault('usage', `--${kebab(name)} takes a duration, such as 90s, 15m, 24h or 7d.`);
    return seconds;
  }
}

/** @returns null for what is no duration. A number alone is seconds. */
export function secondsOf(text: string): number | null {
  const [, number, unit = 's'] = /^(\d{1,8})([smhd])?$/.exec(text) ?? [];
  return number === undefined ? null : Number(number) * (secondsIn[unit] ?? 1);
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
