import { Injectable } from '@nestjs/common';
import { eventOf, events } from '../../libs/events';
import { type KeyKind } from '../../libs/permissions';
import { EventLog } from '../audit';
import { Receipts } from '../cluster';
import { CompanyEntity } from '../companies';
import { type Tx, UnitOfWork } from '../platform/database';
import { namedFields, type PatchFields } from '../platform/http';
import { readTimeZone } from '../platform/time-zones';
import { InjectScoped, type Principal, ScopedRepository, timeZoneFor } from '../tenancy';
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

/** What a company decides for itself: the key policies, its language, and its time zone. */
@Injectable()
export class SettingsService {
  constructor(
    @InjectScoped(CompanySettingsEntity) private readonly settings: ScopedRepository<CompanySettingsEntity>,
    @InjectScoped(CompanyEntity) private readonly companies: ScopedRepository<CompanyEntity>,
    private readonly policies: KeyPolicies,
    private readonly units: UnitOfWork,
    private readonly events: EventLog,
    private readonly receipts: Receipts,
  ) {}

  /** The time zone costs no statement: the principal brings it along. */
  get(principal: Principal): Promise<SettingsView> {
    return this.shown(principal, timeZoneFor(principal));
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
      const [company] = await this.companies.of(principal, tx).find();
      return { view: await this.shown(principal, readTimeZone(company?.timeZone), tx), event };
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
      timeZone: (timeZone) => this.changeTimeZone(principal, timeZone, tx),
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

  private async changeTimeZone(principal: Principal, timeZone: string, tx: Tx): Promise<Changes> {
    const rows = this.companies.of(principal, tx);
    const before = await rows.lockOne({});
    if (before === null || before.timeZone === timeZone) return {};
    await rows.update({ id: before.id }, { timeZone });
    return { timeZone: { from: readTimeZone(before.timeZone), to: timeZone } };
  }

  private async shown(principal: Principal, timeZone: string, tx?: Tx): Promise<SettingsView> {
    const [row] = await this.settings.of(principal, tx).find();
    const keys = await this.policies.all(principal, tx);
    // Parsed, for the personal policy always has a longest life, which the type of all policies does not say.
    return settingsSchema.parse({ keys, locale: readLocale(row), timeZone });
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
