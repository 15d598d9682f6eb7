import { Injectable } from '@nestjs/common';
import { eventOf, events } from '../../../libs/events';
import { type KeyEnvironment } from '../../../libs/api-key';
import { type KeyKind, type LoggedPermissions } from '../../../libs/permissions';
import { EventLog } from '../../audit';
import { type Quota, type RateLimit } from '../../limits';
import { Clock, Ids } from '../../platform';
import { type Tx } from '../../platform/database';
import { type KeyPolicy } from '../../settings';
import { askedTime, InjectScoped, noUser, type Principal, ScopedRepository } from '../../tenancy';
import { ApiKeyEntity } from '../api-key.entity';
import { type NewKey } from '../api-keys.schema';
import { type KeyMetadata } from '../key-metadata';
import { type ShownKeyRow } from '../key-rows';
import { type KeySecretEntity } from '../key-secret.entity';
import { foldName } from '../lists/key-search';
import { KeyWords } from '../lists/key-words';
import { assertEnvironmentFits, assertNameGiven, assertProductFits, expiryToStore } from './key-input';
import { type MachineKey } from './machine-keys';
import { SecretMaker } from './secret-maker';

/** The permissions of a new key, as they are stored, and in the words of the log. Null for all that its kind may have. */
export interface GivenPermissions {
  readonly permissions: string[] | null;
  readonly logged: LoggedPermissions | { readonly permissions: null };
}

/** A key that is allowed but not yet written. */
export interface KeyDraft extends GivenPermissions {
  readonly id: string;
  readonly kind: KeyKind;
  readonly environment: KeyEnvironment;
  readonly name: string | null;
  readonly description: string | null;
  readonly metadata: KeyMetadata | null;
  readonly productCode: string | null;
  readonly ownerId: string | null;
  /** A person who makes a key is active; a service account that gets one need not be. */
  readonly ownerActive: boolean;
  readonly allowedAddresses: string[] | null;
  readonly rateLimits: RateLimit[] | null;
  readonly quota: Quota | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
}

/** A key that was just written. */
export interface MadeKey {
  /** Its text. */
  readonly secret: string;
  readonly row: ShownKeyRow;
}

/** Turns the input into a key. */
@Injectable()
export class KeyWriter {
  constructor(
    @InjectScoped(ApiKeyEntity) private readonly keys: ScopedRepository<ApiKeyEntity>,
    private readonly secrets: SecretMaker,
    private readonly words: KeyWords,
    private readonly events: EventLog,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /**
   * @param machine the service account and the permissions of a machine key; null for another key.
   * @throws 422 for what the policy forbids.
   */
  draft(
    principal: Principal,
    input: NewKey,
    policy: KeyPolicy,
    machine: MachineKey | null,
  ): Omit<KeyDraft, keyof GivenPermissions> {
    if (principal.user === null) throw noUser();
    const now = this.clock.now();
    const { kind, environment = 'live', name = null, description = null, metadata = null } = input;
    const { product = null, expiresAt, timeZone } = input;
    const asked = expiresAt === undefined ? null : askedTime(principal, expiresAt, timeZone);
    assertProductFits(kind, product);
    assertEnvironmentFits(kind, environment);
    assertNameGiven(policy, name);
    return {
      id: this.ids.next(),
      kind,
      environment,
      name,
      description,
      metadata,
      productCode: product,
      ownerId: kind === 'personal' ? principal.user.id : (machine?.ownerId ?? null),
      ownerActive: machine?.ownerActive ?? true,
      ...limitsOf(input),
      createdBy: principal.user.id,
      createdAt: now,
      expiresAt: expiryToStore(kind, policy, asked, { now, issuedAt: now }),
    };
  }

  /** Writes the key and the event. @returns the secret, for once, and the key with all that its working depends on. */
  async insert(principal: Principal, draft: KeyDraft, policy: KeyPolicy, tx: Tx): Promise<MadeKey> {
    const { expiresAt, logged, ownerActive } = draft;
    const row = keyRowOf(draft);
    await this.keys.of(principal, tx).insert(row);
    await this.words.write(principal, row, tx);
    const { kind, environment, name, productCode: product } = row;
    this.events.append(
      tx,
      principal,
      eventOf(events.keyGenerated, row.id, { kind, environment, name, product, ...logged, expiresAt }),
    );
    const { text, row: secret } = await this.secrets.make(principal, row, policy, expiresAt, tx);
    return { secret: text, row: shownRow(principal, { row, ownerActive }, secret, policy) };
  }
}

/** The row of a new key. */
export function keyRowOf(draft: KeyDraft): Omit<ApiKeyEntity, 'companyId'> {
  const { expiresAt: _, logged: __, ownerActive: ___, ...key } = draft;
  const nameFolded = key.name === null ? null : foldName(key.name);
  const alive = {
    selfRotatedAt: null,
    disabledAt: null,
    revokedAt: null,
    revokedReason: null,
    deletedAt: null,
  };
  return { ...key, nameFolded, wordsOf: key.name, ...alive };
}

/**
 * The key as the database would give it back. What it depends on besides is known: the policy is held, what a product needs
 * was looked at, and who makes a key is an active member.
 */
function shownRow(
  principal: Principal,
  { row: key, ownerActive }: { readonly row: Omit<ApiKeyEntity, 'companyId'>; readonly ownerActive: boolean },
  secret: Omit<KeySecretEntity, 'companyId'>,
  policy: KeyPolicy,
): ShownKeyRow {
  const companyId = principal.company?.id ?? '';
  return {
    ...{ ...key, companyId, superseded: null },
    company: { status: principal.company?.suspended === true ? 'suspended' : 'approved' },
    secret: { ...secret, companyId },
    policy: { ...policy, companyId, kind: key.kind },
    activation: key.productCode === null ? null : { status: 'enabled' },
    owner: key.ownerId === null ? null : { status: ownerActive ? 'active' : 'deactivated' },
  };
}

function limitsOf(input: NewKey): Pick<KeyDraft, 'allowedAddresses' | 'rateLimits' | 'quota'> {
  const { allowedAddresses = null, rateLimits = null, quota = null } = input;
  return { allowedAddresses, rateLimits, quota };
}
