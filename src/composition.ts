import { EventCatalogue } from '../libs/events';
import { PermissionCatalogue } from '../libs/permissions';
import { type ProblemCatalogue, problemCatalogue } from '../libs/problems';
import { IdempotencyKeyEntity } from './access';
import {
  ApiKeyEntity,
  CryptoVectorEntity,
  KeySecretEntity,
  KeyShapeEntity,
  KeyWordEntity,
  ServiceKeyEntity,
} from './api-keys';
import { EventEntity } from './audit';
import { SessionEntity, ThrottleCountEntity } from './auth';
import { CompanyEntity } from './companies';
import { KeyQuotaEntity, KeyWindowEntity } from './limits';
import { assertManifests } from './manifest-faults';
import { manifests as ownManifests } from './manifests';
import { migrations } from './migrations';
import { StartFault } from './platform';
import { type DatabaseSchema } from './platform/database';
import { type Manifest } from './platform/manifest';
import { NotificationEntity } from './notifications';
import { ProductActivationEntity, ProductEntity, ProductPermissionNameEntity } from './products';
import { RoleEntity } from './roles';
import { ServiceAccountEntity } from './service-accounts';
import { CompanySettingsEntity, KeyPolicyEntity } from './settings';
import { FactorAttemptsEntity, StepUpTokenEntity, UserFactorEntity } from './step-up';
import { KeyUsageEntity, KeyUsageHourEntity } from './usage';
import {
  InvitationEntity,
  InvitationRoleEntity,
  MemberEntity,
  MemberRoleEntity,
  PasswordResetEntity,
  UserEntity,
} from './users';

/** What a server is made of, before it has a database. */
export interface Composition {
  readonly manifests: readonly Manifest[];
  readonly schema: DatabaseSchema;
  readonly permissions: PermissionCatalogue;
  readonly events: EventCatalogue;
  readonly problems: ProblemCatalogue;
  /** In the order the documentation shows them. */
  readonly tags: readonly string[];
}

/**
 * Puts Kunci and these business modules together.
 * @throws StartFault for manifests that do not fit together, with what to write where.
 */
export function compose(manifests: readonly Manifest[]): Composition {
  assertManifests(manifests);
  return {
    manifests,
    ...cataloguesOf(manifests),
    schema: {
      entities: [...entities, ...manifests.flatMap((manifest) => manifest.entities)],
      migrations: [...migrations, ...manifests.flatMap((manifest) => manifest.migrations)].sort(
        (one, other) => numberOf(one) - numberOf(other),
      ),
    },
    tags: [...tags, ...manifests.flatMap((manifest) => manifest.tags), 'Health'],
  };
}

/** Kunci with the business modules of this repository: for the server, for commands and for tests. */
export function ownComposition(): Composition {
  return compose(ownManifests);
}

function cataloguesOf(
  manifests: readonly Manifest[],
): Pick<Composition, 'permissions' | 'events' | 'problems'> {
  try {
    const permissions = new PermissionCatalogue(manifests.flatMap((manifest) => manifest.permissions));
    return { permissions, events: new EventCatalogue(manifests), problems: problemCatalogue(manifests) };
  } catch (error) {
    // What they say is for the author of a module, who needs no trace.
    throw error instanceof Error ? new StartFault(error.message, { cause: error }) : error;
  }
}

/** As TypeORM reads it. */
function numberOf({ name }: { readonly name: string }): number {
  return Number(name.slice(-13));
}

const entities = [
  EventEntity,
  IdempotencyKeyEntity,
  CompanyEntity,
  RoleEntity,
  CompanySettingsEntity,
  KeyPolicyEntity,
  ProductEntity,
  ProductActivationEntity,
  ProductPermissionNameEntity,
  UserEntity,
  MemberEntity,
  MemberRoleEntity,
  ServiceAccountEntity,
  InvitationEntity,
  InvitationRoleEntity,
  StepUpTokenEntity,
  FactorAttemptsEntity,
  KeyWindowEntity,
  KeyQuotaEntity,
  UserFactorEntity,
  KeyUsageEntity,
  KeyUsageHourEntity,
  ApiKeyEntity,
  KeySecretEntity,
  KeyShapeEntity,
  KeyWordEntity,
  CryptoVectorEntity,
  ServiceKeyEntity,
  SessionEntity,
  PasswordResetEntity,
  ThrottleCountEntity,
  NotificationEntity,
];

const tags = [
  'Sessions',
  'Me',
  'Company',
  'Users',
  'Service accounts',
  'Roles',
  'Settings',
  'Products',
  'Step-up',
  'Keys',
  'Verification',
  'Usage',
  'Events',
  'Platform',
];
