import { Not } from 'typeorm';
import { CompanyEntity, nextRevision } from '../../companies';
import { endCompany } from '../../operators';
import { CompanySettingsEntity, KeyPolicyEntity, type Locale } from '../../settings';
import { type Effect, type Effects } from './effect';

/** What the log says about companies: their status and their settings. */
export const companyEffects: Effects = {
  'company.updated': async (rows, { companyId, facts }) => {
    // A cast: the log is ours and its chain was checked; so with the others below.
    const { name } = facts as { name?: { to?: string } };
    const change = { name: name?.to, pendingName: null, revision: nextRevision };
    if (name?.to !== undefined) await rows.update(CompanyEntity, { id: companyId }, change);
    return null;
  },
  'company.name-requested': pendingName(({ to }) => ({ pendingName: to })),
  'company.name-withdrawn': pendingName(() => ({ pendingName: null })),
  'company.name-approved': pendingName(({ to }) => ({ name: to, pendingName: null })),
  'company.name-rejected': pendingName(() => ({ pendingName: null })),
  'company.submitted': standing('in_review'),
  'company.approved': standing('approved'),
  'company.rejected': standing('rejected'),
  'company.suspended': async (rows, { companyId }) => {
    // What it was is remembered first: MySQL assigns from left to right.
    const change = { suspendedFrom: () => 'status', status: 'suspended', suspendedReason: null } as const;
    await rows.update(CompanyEntity, { id: companyId, status: Not('suspended') }, change);
    return null;
  },
  'company.reinstated': async (rows, { companyId }) => {
    const change = { status: () => 'suspended_from', suspendedFrom: null, suspendedReason: null };
    await rows.update(CompanyEntity, { id: companyId, status: 'suspended' }, change);
    return null;
  },
  'company.closed': async (rows, { companyId, at }) => {
    await endCompany(rows, companyId, at);
    return null;
  },
  'settings.updated': async (rows, { companyId, facts }) => {
    const changes = Object.entries((facts['changes'] ?? {}) as Record<string, { to: unknown }>);
    for (const [name, { to }] of changes) {
      const [, kind, field] = /^keys\.([a-z]+)\.([A-Za-z]+)$/.exec(name) ?? [];
      if (name === 'locale')
        await rows.update(CompanySettingsEntity, { companyId }, { locale: to as Locale });
      if (name === 'timeZone')
        await rows.update(CompanyEntity, { id: companyId }, { timeZone: to as string });
      if (kind === undefined || field === undefined || !policyFields.has(field)) continue;
      const policy = { companyId, kind: kind as KeyPolicyEntity['kind'] };
      await rows.update(KeyPolicyEntity, policy, { [field]: to });
    }
    return null;
  },
};

const policyFields = new Set<string>([
  'enabled',
  'maxActive',
  'nameRequired',
  'maxLifetimeDays',
  'visibility',
  'format',
  'stepUp',
  'machines',
  'selfRotate',
  'onHolderReport',
] satisfies (keyof KeyPolicyEntity)[]);

/** Suspended companies stay suspended: a decision in the meantime cannot be about them. */
function standing(status: 'in_review' | 'approved' | 'rejected'): Effect {
  return async (rows, { companyId, facts }) => {
    const reason = status === 'rejected' && typeof facts['reason'] === 'string' ? facts['reason'] : null;
    const where = { id: companyId, status: Not('suspended' as const) };
    await rows.update(CompanyEntity, where, { status, rejectedReason: reason, revision: nextRevision });
    return null;
  };
}

/** @param change what the event about a new name leaves of the company. */
function pendingName(
  change: (name: { from: string; to: string }) => Partial<Pick<CompanyEntity, 'name' | 'pendingName'>>,
): Effect {
  return async (rows, { companyId, facts }) => {
    const { name } = facts as { name: { from: string; to: string } };
    await rows.update(CompanyEntity, { id: companyId }, { ...change(name), revision: nextRevision });
    return null;
  };
}
