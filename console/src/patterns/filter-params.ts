/** The address with one filter set, or taken away where its value is empty. Paging starts over, because a cursor fits one list only. */
export function withFilter(params: URLSearchParams, name: string, value: string): URLSearchParams {
  const changed = new URLSearchParams(params);
  changed.delete('cursor');
  changed.delete('page');
  if (value === '') changed.delete(name);
  else changed.set(name, value);
  return changed;
}

/** The address without these filters. What else stands in it stays. */
export function withoutFilters(params: URLSearchParams, names: readonly string[]): URLSearchParams {
  return names.reduce((left, name) => withFilter(left, name, ''), params);
}

/** Which of these filters are set. */
export function activeFilters(params: URLSearchParams, names: readonly string[]): readonly string[] {
  return names.filter((name) => (params.get(name) ?? '') !== '');
}
