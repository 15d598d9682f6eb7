import { type GuardOptions } from '../../sdk/src/guard/admission';

/** What a route requires of a key. */
export interface KeyRequirement extends Pick<GuardOptions, 'product' | 'environment' | 'cost' | 'include'> {
  /** One name, or several with `AND`, `OR` and parentheses; any good key will do without it. */
  readonly permission?: string | undefined;
}

/** The name of the metadata that holds it. */
export const keyRequirement = 'kunci:key-requirement';
