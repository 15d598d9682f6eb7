import { StartFault } from './platform';
import { type Database, tableFault } from './platform/database';
import { type Manifest } from './platform/manifest';
import { namesCompany } from './tenancy';

/** @throws StartFault for manifests that cannot be put together. */
export function assertManifests(manifests: readonly Manifest[]): void {
  assertUniqueNames(manifests);
  for (const manifest of manifests) assertCompanyColumns(manifest);
}

function assertUniqueNames(manifests: readonly Manifest[]): void {
  const names = manifests.map(({ name }) => name);
  const twin = names.find((name, at) => names.indexOf(name) !== at);
  if (twin !== undefined)
    throw new StartFault(
      `Two business modules are called “${twin}”. Give one of them another \`name\` in its manifest.ts, or take it off the ` +
        'list of manifests if it is there twice.',
    );
}

function assertCompanyColumns({ name, entities }: Manifest): void {
  const shared = entities.find((entity) => !namesCompany(entity));
  if (shared !== undefined)
    throw new StartFault(
      `${shared.name} of the module “${name}” has no companyId, so its rows would be everybody’s. Add ` +
        "`@IdColumn({ name: 'company_id' }) companyId!: string;` to the entity, and the column to its migration.",
    );
}

/** @throws StartFault for an entity of a business module that no migration has made the table of. */
export async function assertTables(
  { reader }: Pick<Database, 'reader'>,
  manifests: readonly Manifest[],
): Promise<void> {
  for (const { name, entities } of manifests) {
    for (const entity of entities) {
      const fault = await tableFault(reader, entity);
      if (fault !== null)
        throw new StartFault(
          `${entity.name} of the module “${name}” does not fit its table: ${fault}. Write a migration that makes the table ` +
            'as the entity says, and list it under `migrations` in manifest.ts.',
        );
    }
  }
}
