import { problems } from './catalogue';
import type { ProblemKind } from './define-problem';

/** The problems that a module adds to the core's: what its manifest says. */
export interface ModuleProblems {
  /** Of the module, such as `sales-invoices`. */
  readonly name: string;
  readonly problems: readonly ProblemKind[];
}

/** Every problem that this server may answer with. */
export interface ProblemCatalogue {
  /** Each code once, in alphabetical order: what the OpenAPI document lists. */
  readonly codes: readonly string[];
  /** All of them, the core's first. */
  readonly kinds: readonly ProblemKind[];
  /** Whether the catalogue has this code with this status. */
  declares(kind: ProblemKind): boolean;
}

/**
 * Puts the core's problems and those of the modules together. Call it when the server boots.
 *
 * @throws Error that says which module has to change what: a code that is not kebab-case, a status that refuses nothing, a
 *   member that every problem has, or a code that the core or another module has already
 */
export function problemCatalogue(additions: readonly ModuleProblems[] = []): ProblemCatalogue {
  const owners = new Map<string, string>();
  const declared = new Set<string>();
  const all: ProblemKind[] = [];
  for (const { name, problems: kinds } of [{ name: core, problems: Object.values(problems) }, ...additions])
    for (const kind of kinds) {
      assertWellFormed(kind, name);
      const owner = owners.get(kind.code) ?? name;
      if (owner !== name) throw new Error(takenBy(kind, name, owner));
      owners.set(kind.code, name);
      declared.add(nameOf(kind));
      all.push(kind);
    }
  return { codes: [...owners.keys()].sort(), kinds: all, declares: (kind) => declared.has(nameOf(kind)) };
}

/**
 * What to tell the developer who throws a problem that no catalogue declares.
 * @param thrower where it is thrown, as far as that is known
 */
export function undeclaredProblem({ code, status }: ProblemKind, thrower: string): string {
  return (
    `The problem "${code}" (${status}) is thrown by ${thrower}, but no catalogue declares it: add it to the list ` +
    "`problems` of the manifest of its module, or, if it is the core's, to libs/problems/catalogue.ts."
  );
}

const core = 'the core';

/** Members of every answer (RFC 9457), which no kind may use for something else. */
const reserved = ['type', 'title', 'status', 'detail', 'instance', 'code', 'requestId', 'traceId', 'errors'];

function assertWellFormed({ code, status, members }: ProblemKind, module: string): void {
  const where = `The problem "${code}" of ${module}`;
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(code))
    throw new Error(`${where} needs a code in kebab-case, like "order-closed".`);
  if (!Number.isInteger(status) || status < 400 || status > 599)
    throw new Error(`${where} needs a status from 400 to 599, not ${status}.`);
  const taken = members.find((member) => reserved.includes(member));
  if (taken !== undefined) throw new Error(`${where} cannot have a member "${taken}": every problem has it.`);
}

function takenBy({ code }: ProblemKind, module: string, owner: string): string {
  return `The problem "${code}" of ${module} is defined by ${owner} already: give it a code of its own.`;
}

function nameOf({ code, status }: ProblemKind): string {
  return `${code} ${status}`;
}
