import { Injectable } from '@nestjs/common';
import { eventOf, events } from '../../libs/events';
import { keyKinds } from '../../libs/permissions';
import { EventLog } from '../audit';
import { Receipts } from '../cluster';
import { type Tx, UnitOfWork } from '../platform/database';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { CompanySettingsEntity, type Locale } from './company-settings.entity';
import { KeyPolicies } from './key-policies';
import { type KeyPolicy } from './key-policy';
import {
  type ChangedSettings,
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
    return settingsSchema.parse({ keys: await this.policies.all(principal, tx), locale: row?.locale });
  }

  async update(principal: Principal, patch: SettingsPatch): Promise<ChangedSettings> {
    const { view, event } = await this.units.run(async (tx) => {
      const changes = {
        ...(await this.changePolicies(principal, patch, tx)),
        ...(await this.changeLocale(principal, patch.locale, tx)),
      };
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

  private async changePolicies(principal: Principal, patch: SettingsPatch, tx: Tx): Promise<Changes> {
    const changes: Changes = {};
    // Always in the same order, so that two who change several kinds at once cannot wait for each other.
    for (const kind of keyKinds) {
      const part = patch.keys?.[kind];
      if (part === undefined) continue;
      const { before, after } = await this.policies.change(principal, kind, part, tx);
      for (const name of differing(before, after)) {
        changes[`keys.${kind}.${name}`] = { from: before[name], to: after[name] };
      }
    }
    return changes;
  }

  private async changeLocale(principal: Principal, locale: Locale | undefined, tx: Tx): Promise<Changes> {
    const rows = this.settings.of(principal, tx);
    const [row] = await rows.find();
    if (locale === undefined || row === undefined || row.locale === locale) return {};
    await rows.update({ locale: row.locale }, { locale });
    return { locale: { from: row.locale, to: locale } };
  }
}

function differing(before: KeyPolicy, after: KeyPolicy): (keyof KeyPolicy)[] {
  // A cast: Object.keys cannot promise that a value has no further properties; a policy is built field by field.
  const names = Object.keys(before) as (keyof KeyPolicy)[];
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
