import { keyKinds } from '../../libs/permissions';
import {
  companyKeyPolicy,
  companyKeyPolicyPatch,
  defaultPolicy,
  personalKeyPolicy,
  personalKeyPolicyPatch,
} from './key-policy';

const nothingToProve = { generate: 'none', reveal: 'none', rotate: 'none', revoke: 'none' };
const common = {
  maxActive: null,
  visibility: 'once',
  format: 'prefixed',
  stepUp: nothingToProve,
  machines: 'refuse',
  selfRotate: false,
  onHolderReport: 'disable',
};

describe('what a new company allows', () => {
  it.each([
    ['company', { enabled: true, nameRequired: true, maxLifetimeDays: null }],
    ['product', { enabled: true, nameRequired: false, maxLifetimeDays: null }],
    ['personal', { enabled: false, nameRequired: false, maxLifetimeDays: 180 }],
    ['machine', { enabled: true, nameRequired: false, maxLifetimeDays: null }],
  ] as const)('of %s keys is as the design says', (kind, special) => {
    expect(defaultPolicy(kind)).toEqual({ ...common, ...special });
  });

  it('is a policy that could also be asked for', () => {
    for (const kind of keyKinds) {
      const schema = kind === 'personal' ? personalKeyPolicy : companyKeyPolicy;
      expect(schema.parse(defaultPolicy(kind))).toEqual(defaultPolicy(kind));
    }
  });

  it('is its own: changing one company’s does not change the next one’s', () => {
    expect(defaultPolicy('company').stepUp).not.toBe(defaultPolicy('company').stepUp);
  });
});

describe('a change of a policy', () => {
  const patches = { company: companyKeyPolicyPatch, personal: personalKeyPolicyPatch };
  const accepts = (kind: keyof typeof patches, patch: object): boolean =>
    patches[kind].safeParse(patch).success;

  it.each([
    ['nothing', {}],
    ['one thing', { enabled: true }],
    ['one act to be proved', { stepUp: { revoke: 'password' } }],
    ['as many keys as one likes', { maxActive: null }],
    ['one key', { maxActive: 1 }],
    ['everything', { ...defaultPolicy('company'), maxLifetimeDays: 30 }],
  ])('may be %s', (_what, patch) => {
    expect(accepts('company', patch)).toBe(true);
    expect(accepts('personal', patch)).toBe(true);
  });

  it('keeps what it does not name: nothing is filled in', () => {
    expect(companyKeyPolicyPatch.parse({ stepUp: { revoke: 'pin' } })).toEqual({ stepUp: { revoke: 'pin' } });
  });

  it.each([
    [1, true, true],
    [180, true, true],
    [181, true, false],
    [3650, true, false],
    [3651, false, false],
    [0, false, false],
    [-1, false, false],
    [1.5, false, false],
    ['30', false, false],
    [null, true, false],
  ])(
    'to %p days at most is fine for company keys: %p, for personal keys: %p',
    (maxLifetimeDays, company, personal) => {
      expect(accepts('company', { maxLifetimeDays })).toBe(company);
      expect(accepts('personal', { maxLifetimeDays })).toBe(personal);
    },
  );

  it.each([
    ['a field that does not exist', { maxKeys: 1 }],
    ['an act that does not exist', { stepUp: { delete: 'password' } }],
    ['a factor that does not exist', { stepUp: { revoke: 'sms' } }],
    ['no factor at all', { stepUp: { revoke: null } }],
    ['no step-up at all', { stepUp: null }],
    ['no keys', { maxActive: 0 }],
    ['a broken number of keys', { maxActive: 1.5 }],
    ['another format', { format: 'uuid' }],
    ['another visibility', { visibility: 'always' }],
    ['a text for a flag', { enabled: 'false' }],
    ['null for a flag', { nameRequired: null }],
  ])('422 may not be %s', (_what, patch) => {
    expect(accepts('company', patch)).toBe(false);
    expect(accepts('personal', patch)).toBe(false);
  });
});
