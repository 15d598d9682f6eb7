import type { Schemas } from '../api/client';
import { groupWords, managementWords, sampleWords } from './permission-words';

export type PermissionEntry = Schemas['PermissionEntry'];

/** A permission, as people read it under the heading of its group. */
export interface NamedPermission {
  readonly name: string;
  readonly label: string;
}

export interface PermissionGroup {
  readonly id: string;
  readonly label: string;
  readonly permissions: readonly NamedPermission[];
}

type Known<T> = T[keyof T];

/** Translates what the console has words for. */
export type Translate = (
  key: Known<typeof managementWords> | Known<typeof sampleWords> | Known<typeof groupWords>,
) => string;

const labels = new Map(Object.entries({ ...managementWords, ...sampleWords }));
const headings = new Map(Object.entries(groupWords));
const headingOrder = [...headings.keys()];

/**
 * Puts permissions under headings: business first, then keys, then what concerns the company itself. What the console has
 * no words for is shown by the labels of the API.
 */
export function permissionGroups(entries: readonly PermissionEntry[], t: Translate): PermissionGroup[] {
  const groups = new Map<string, PermissionGroup>();
  for (const entry of [...entries].sort((one, other) => placeOf(one) - placeOf(other))) {
    const heading = headings.get(resourceOf(entry));
    // By the resource and not by its label, which may be the same in one language and not in the other. Two products may share one.
    const id = heading ?? (entry.product === null ? resourceOf(entry) : `product ${entry.product}`);
    const { label, permissions } = groups.get(id) ?? {
      label: heading === undefined ? entry.group : t(heading),
      permissions: [],
    };
    const named = { name: entry.name, label: labelOf(entry, t) };
    groups.set(id, { id, label, permissions: [...permissions, named] });
  }
  return [...groups.values()];
}

function labelOf({ name, label }: PermissionEntry, t: Translate): string {
  const word = labels.get(name);
  return word === undefined ? label : t(word);
}

/** -1 for a business module without words of ours, which so comes first. */
function placeOf(entry: PermissionEntry): number {
  return headingOrder.indexOf(resourceOf(entry));
}

function resourceOf({ name }: PermissionEntry): string {
  return name.slice(0, name.indexOf(':'));
}
