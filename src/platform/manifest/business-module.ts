import { type DynamicModule, type Type } from '@nestjs/common';
import { type EventKind } from '../../../libs/events';
import { type Resource } from '../../../libs/permissions';
import { type ProblemKind } from '../../../libs/problems';
import { type EntityClass, type MigrationClass } from '../database';

/** Everything that a server has to know of a business module. */
export interface Manifest {
  /** The name of its folder, for example `sales-invoices`. No two modules of a server have the same. */
  readonly name: string;
  readonly module: Type | DynamicModule;
  /** Its tables. Every row belongs to a company: each entity has a `companyId`. */
  readonly entities: readonly EntityClass[];
  /** What makes its tables. The number in the name of a class is its place in the order of all. */
  readonly migrations: readonly MigrationClass[];
  /** What its routes may require. */
  readonly permissions: readonly Resource[];
  /** The groups of the API documentation that its controllers name in `@ApiTags`. */
  readonly tags: readonly string[];
  /** What it writes to the audit trail, each made by `defineEvent`. */
  readonly events: readonly EventKind[];
  /** What it refuses besides what every module may, each made by `defineProblem`. */
  readonly problems: readonly ProblemKind[];
}

/** As a manifest is written: what a module does not have may be left out. */
export type ManifestDraft = Pick<Manifest, 'name' | 'module'> & Partial<Manifest>;

/** Declares a business module. It takes effect when it stands in the list of manifests that a server is made of. */
export function businessModule(draft: ManifestDraft): Manifest {
  return Object.freeze({
    entities: [],
    migrations: [],
    permissions: [],
    tags: [],
    events: [],
    problems: [],
    ...draft,
  });
}
