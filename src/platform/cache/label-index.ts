/** Which entries depend on what. Most labels have one entry, and then its bare name is kept instead of a set. */
export class LabelIndex {
  private readonly names = new Map<string, string | Set<string>>();

  add(name: string, labels: readonly string[]): void {
    for (const label of labels) {
      const known = this.names.get(label);
      if (known === undefined) this.names.set(label, name);
      else if (typeof known !== 'string') known.add(name);
      else if (known !== name) this.names.set(label, new Set([known, name]));
    }
  }

  remove(name: string, labels: readonly string[]): void {
    for (const label of labels) {
      const known = this.names.get(label);
      if (known === name) this.names.delete(label);
      if (known === undefined || typeof known === 'string') continue;
      known.delete(name);
      if (known.size === 0) this.names.delete(label);
    }
  }

  /** A copy, which stays as it is while entries are removed. */
  namesOf(label: string): readonly string[] {
    const known = this.names.get(label);
    if (known === undefined) return [];
    return typeof known === 'string' ? [known] : [...known];
  }
}
