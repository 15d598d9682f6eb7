import { Injectable } from '@nestjs/common';
import { eventOf, events } from '../../libs/events';
import { type KeyKind } from '../../libs/permissions';
import { EventLog } from '../audit';
import { Receipts } from '../cluster';
import { type Tx, UnitOfWork } from '../platform/database';
import { namedFields, type PatchFields } from '../platform/http';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { CompanySettingsEntity, type Locale, readLocale } from './company-settings.entity';
import { KeyPolicies } from './key-policies';
import { type KeyPolicy, type KeyPolicyPatch } from './key-policy';
import {
  type ChangedSettings,
  type KeyPoliciesPatch,
  type SettingsPatch,
  settingsSchema,
  type SettingsView,
} from './settings.schema';

type Changes = Record<string, { from: unknown; to: unknown }>;

/** What a company decides for itself: the key policies, and its language. */
@Injectable()
export class SettingsService {
  constructor(
    @InjectScoped(CompanySettingsEntity) private readonly settings: ScopedRepository<CompanySettingsEntity>,
    private readonly policies: KeyPolicies,
    private readonly units: UnitOfWork,
    private readonly events: EventLog,
    private readonly receipts: Receipts,
  ) {}

  async get(principal: Principal, tx?: Tx): Promise<SettingsView> {
    const [row] = await this.settings.of(principal, tx).find();
    // Parsed, for the personal policy always has a longest life, which the type of all policies does not say.
    return settingsSchema.parse({ keys: await this.policies.all(principal, tx), locale: readLocale(row) });
  }

  async update(principal: Principal, patch: SettingsPatch): Promise<ChangedSettings> {
    const { view, event } = await this.units.run(async (tx) => {
      const changes = await this.change(principal, patch, tx);
      const companyId = principal.company?.id ?? '';
      const event = this.events.append(
        tx,
        principal,
        eventOf(events.settingsUpdated, companyId, { changes }),
      );
      return { view: await this.get(principal, tx), event };
    });
    return { ...view, revocation: await this.receipts.awaitEffective(event) };
  }

  /** Gives a new company its settings. */
  async insertDefaults(principal: Principal, locale: Locale, tx: Tx): Promise<void> {
    await this.settings.of(principal, tx).insert({ locale });
    await this.policies.insertDefaults(principal, tx);
  }

  private change(principal: Principal, patch: SettingsPatch, tx: Tx): Promise<Changes> {
    return inTurn(patch, {
      keys: (keys) => this.changePolicies(principal, keys, tx),
      locale: (locale) => this.changeLocale(principal, locale, tx),
    } satisfies PatchFields<SettingsPatch, Promise<Changes>>);
  }

  private changePolicies(principal: Principal, patch: KeyPoliciesPatch, tx: Tx): Promise<Changes> {
    const change = (kind: KeyKind) => (part: KeyPolicyPatch) => this.changePolicy(principal, kind, part, tx);
    // Always in the same order, so that two who change several kinds at once cannot wait for each other.
    return inTurn(patch, {
      company: change('company'),
      product: change('product'),
      personal: change('personal'),
      machine: change('machine'),
    } satisfies PatchFields<KeyPoliciesPatch, Promise<Changes>>);
  }

  private async changePolicy(
    principal: Principal,
    kind: KeyKind,
    patch: KeyPolicyPatch,
    tx: Tx,
  ): Promise<Changes> {
    const { before, after } = await this.policies.change(principal, kind, patch, tx);
    const named = differing(before, after).map((name): [string, Changes[string]] => [
      `keys.${kind}.${name}`,
      { from: before[name], to: after[name] },
    ]);
    return Object.fromEntries(named);
  }

  private async changeLocale(principal: Principal, locale: Locale, tx: Tx): Promise<Changes> {
    const rows = this.settings.of(principal, tx);
    const [row] = await rows.find();
    if (row?.locale === locale) return {};
    if (row === undefined) await rows.insert({ locale });
    else await rows.update({ locale: row.locale }, { locale });
    return { locale: { from: readLocale(row), to: locale } };
  }
}

async function inTurn<P extends object>(
  patch: P,
  fields: PatchFields<P, Promise<Changes>>,
): Promise<Changes> {
  const changes: Changes = {};
  for (const change of namedFields(patch, fields)) Object.assign(changes, await change());
  return changes;
}

function differing(before: KeyPolicy, after: KeyPolicy): (keyof KeyPolicy)[] {
  // A cast: Object.keys cannot promise that a value has no further properties; a policy is built field by field.
  const names = Object.keys(before) as (keyof KeyPolicy)[];
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
