import { z } from 'zod';
import { keyFormats } from '../../libs/api-key';
import { type KeyKind } from '../../libs/permissions';

export const keyVisibilities = ['once', 'recoverable'] as const;
export type KeyVisibility = (typeof keyVisibilities)[number];

/** Acts for which a policy can ask to prove again who you are. Deleting is revoking. */
export const sensitiveActions = ['generate', 'reveal', 'rotate', 'revoke'] as const;
export type SensitiveAction = (typeof sensitiveActions)[number];

/**
 * Acts that a person proves themselves for. Enabling a key and widening what it may do ask for what making one asks: each
 * gives access. Importing asks for the most that any policy of the company asks.
 */
export const provenActs = [...sensitiveActions, 'enable', 'widen', 'import'] as const;
export type ProvenAct = (typeof provenActs)[number];

/** What a policy calls the act. */
export function policyActionOf(act: ProvenAct): SensitiveAction {
  return act === 'enable' || act === 'widen' || act === 'import' ? 'generate' : act;
}

/** From the weakest to the strictest. */
export const factors = ['password', 'pin', 'totp'] as const;
export type Factor = (typeof factors)[number];

/** Where a policy asks for a step-up, machines, which have no factor, are refused or let through. */
export const machineRules = ['refuse', 'exempt'] as const;
export type MachineRule = (typeof machineRules)[number];

/** What is done with a key when its secret is reported, by anybody who holds it. */
export const holderReportRules = ['revoke', 'disable', 'off'] as const;
export type HolderReportRule = (typeof holderReportRules)[number];

/** @param stored what is stored. @returns what new companies begin with where that is no rule. */
export function readHolderReportRule(stored: string | undefined): HolderReportRule {
  return holderReportRules.find((rule) => rule === stored) ?? 'disable';
}

/** The strictest of what several policies ask for. */
export function strictestOf(asked: readonly (Factor | 'none')[]): Factor | 'none' {
  return factors.findLast((factor) => asked.includes(factor)) ?? 'none';
}

const stepUpChoice = z.enum(['none', ...factors]);

export const stepUpPolicy = z.strictObject({
  generate: stepUpChoice,
  reveal: stepUpChoice,
  rotate: stepUpChoice,
  revoke: stepUpChoice,
});

export type StepUpPolicy = z.infer<typeof stepUpPolicy>;

/**
 * Holds where what is stored cannot be read. Everyone can give their password, so that a bad row neither opens an act nor
 * keeps anybody from revoking a key, as a factor would that they have not set up.
 */
export const cautiousStepUp: StepUpPolicy = {
  generate: 'password',
  reveal: 'password',
  rotate: 'password',
  revoke: 'password',
};

const maxDays = { personal: 180, others: 3650 };

/** Company and product keys may live without a limit; a personal key lives half a year at most. */
const companyLifetime = z.int().min(1).max(maxDays.others).nullable();
const personalLifetime = z.int().min(1).max(maxDays.personal);

const onHolderReport = z
  .enum(holderReportRules)
  .describe(
    'What is done with a key when its newest secret is reported with `POST /api/v1/credentials/revoke` or `POST /oauth2/revoke`, by anybody ' +
      'who holds it. An old secret that is reported ends alone, unless this is `off`.',
  );

function keyPolicy<L extends z.ZodType>(maxLifetimeDays: L) {
  return z.strictObject({
    enabled: z
      .boolean()
      .describe('Switching off stops existing keys at once but keeps them; switching on restores them.'),
    maxActive: z
      .int()
      .min(1)
      .max(1_000)
      .nullable()
      .describe('How many keys may be active: neither revoked nor expired.'),
    nameRequired: z.boolean(),
    maxLifetimeDays,
    visibility: z.enum(keyVisibilities),
    format: z.enum(keyFormats),
    stepUp: stepUpPolicy,
    machines: z
      .enum(machineRules)
      .describe(
        'What a service account or a service key gets where a person needs a step-up: 403, or it may act without.',
      ),
    selfRotate: z
      .boolean()
      .describe(
        'Whether a key may give itself a new secret, once a day, with `POST /core/api/v1/keys/self/rotate`.',
      ),
    onHolderReport,
  });
}

export const companyKeyPolicy = keyPolicy(companyLifetime).meta({ id: 'KeyPolicy' });
export const personalKeyPolicy = keyPolicy(personalLifetime).meta({ id: 'PersonalKeyPolicy' });
export const machineKeyPolicy = companyKeyPolicy
  .extend({ visibility: z.literal('once') })
  .meta({ id: 'MachineKeyPolicy' });

export type KeyPolicy = z.infer<typeof companyKeyPolicy>;

/**
 * Reads what is stored of a policy, with a cautious value in place of each one that no service writes: no new keys, the
 * shortest life, never shown again.
 */
function readingOf({ shape }: typeof companyKeyPolicy | typeof personalKeyPolicy | typeof machineKeyPolicy) {
  return z.object({
    enabled: shape.enabled.catch(false),
    maxActive: shape.maxActive.catch(1),
    nameRequired: shape.nameRequired.catch(true),
    maxLifetimeDays: shape.maxLifetimeDays.catch(1),
    visibility: shape.visibility.catch('once'),
    format: shape.format.catch('prefixed'),
    stepUp: shape.stepUp.catch(cautiousStepUp),
    machines: shape.machines.catch('refuse'),
    selfRotate: shape.selfRotate.catch(false),
    onHolderReport: shape.onHolderReport.catch('disable'),
  });
}

const readings = {
  company: readingOf(companyKeyPolicy),
  product: readingOf(companyKeyPolicy),
  personal: readingOf(personalKeyPolicy),
  machine: readingOf(machineKeyPolicy),
};

/** @param stored the row, or null where there is none. @returns a policy as the API shows it. */
export function readKeyPolicy(kind: KeyKind, stored: object | null): KeyPolicy {
  return readings[kind].parse(stored ?? {});
}

export const companyKeyPolicyPatch = companyKeyPolicy
  .extend({ stepUp: stepUpPolicy.partial() })
  .partial()
  .meta({ id: 'KeyPolicyPatch' });
export const personalKeyPolicyPatch = personalKeyPolicy
  .extend({ stepUp: stepUpPolicy.partial() })
  .partial()
  .meta({ id: 'PersonalKeyPolicyPatch' });
export const machineKeyPolicyPatch = machineKeyPolicy
  .extend({ stepUp: stepUpPolicy.partial() })
  .partial()
  .meta({ id: 'MachineKeyPolicyPatch' });

export type KeyPolicyPatch = z.infer<typeof companyKeyPolicyPatch>;

/** What a new company begins with. */
export function defaultPolicy(kind: KeyKind): KeyPolicy {
  return {
    enabled: kind !== 'personal',
    maxActive: null,
    nameRequired: kind === 'company',
    maxLifetimeDays: kind === 'personal' ? maxDays.personal : null,
    visibility: 'once',
    format: 'prefixed',
    stepUp: { generate: 'none', reveal: 'none', rotate: 'none', revoke: 'none' },
    machines: 'refuse',
    selfRotate: false,
    onHolderReport: 'disable',
  };
}
