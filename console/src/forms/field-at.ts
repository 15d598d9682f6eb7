/**
 * The field of a form that a path into the body is about: the longest part of it that the form has. A list typed as lines is
 * one field, whichever of its items is meant.
 * @returns its name, or null where the form has no part of it.
 */
export function fieldAt(values: unknown, path: readonly PropertyKey[]): string | null {
  const steps: string[] = [];
  let value = values;
  for (const step of path.map(String)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) break;
    value = (value as Record<string, unknown>)[step]; // An object, by the line above.
    steps.push(step);
  }
  return steps.length === 0 ? null : steps.join('.');
}
