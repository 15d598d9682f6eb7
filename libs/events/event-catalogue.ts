import { events } from './catalogue';
import type { EventKind } from './define-event';

/** The events that a module adds to the core's: what its manifest says. */
export interface ModuleEvents {
  /** Of the module, such as `sales-invoices`. */
  readonly name: string;
  readonly events: readonly EventKind[];
}

/** Every type of event that this server may write: the core's and those of the modules. Made when the server boots. */
export class EventCatalogue {
  private readonly kinds = new Map<string, EventKind>();

  /**
   * @throws Error that says which module has to change what: a type that is not `thing.happened`, one that is defined
   *   already, a label or a receiver that is missing
   */
  constructor(additions: readonly ModuleEvents[] = []) {
    const owners = new Map<string, string>();
    for (const { name, events: kinds } of [{ name: core, events: Object.values(events) }, ...additions])
      for (const kind of kinds) {
        assertWellFormed(kind, name);
        const owner = owners.get(kind.type);
        if (owner !== undefined) throw new Error(takenBy(kind, name, owner));
        owners.set(kind.type, name);
        this.kinds.set(kind.type, kind);
      }
  }

  /** In alphabetical order: what the OpenAPI document lists. */
  get types(): readonly string[] {
    return [...this.kinds.keys()].sort();
  }

  /** @returns null for a type that no catalogue declares, as one that a newer version wrote */
  find(type: string): EventKind | null {
    return this.kinds.get(type) ?? null;
  }

  /** @throws Error that says where to add the type */
  assertDeclared(type: string): void {
    if (this.kinds.has(type)) return;
    throw new Error(
      `The event "${type}" is appended, but no catalogue declares it: add it to the list \`events\` of the manifest of its ` +
        "module, or, if it is the core's, to libs/events.",
    );
  }
}

const core = 'the core';

function assertWellFormed({ type, label, receivers }: EventKind, module: string): void {
  const where = `The event "${type}" of ${module}`;
  if (!/^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/.test(type))
    throw new Error(`${where} needs a type like "order.closed": lower case, with hyphens and one dot.`);
  if (label.trim() === '') throw new Error(`${where} needs a label.`);
  if (receivers.length === 0) throw new Error(`${where} needs somebody who may receive it.`);
}

function takenBy({ type }: EventKind, module: string, owner: string): string {
  return `The event "${type}" of ${module} is defined by ${owner} already: give it a type of its own.`;
}
