import { abilityFor } from '../../libs/permissions';
import { type KeyRecord } from '../api-keys';
import { type GatewayQuestion } from './gateway-question';
import { identityHeaders } from './identity-headers';

const id = '019a0000-0000-7000-8000-000000000000';
const question: GatewayQuestion = {
  ...{
    required: null,
    product: null,
    environments: ['live'],
    carrier: null,
    permission: null,
    audience: null,
    cost: null,
  },
};

/** A cast: the headers look at nothing else of a record. */
function aRecord(more: object): KeyRecord {
  const ability = abilityFor([]);
  const company = { id, name: 'Toko', slug: 'toko', suspended: false, timeZone: 'UTC' };
  const known = { id, kind: 'personal', environment: 'live', company, product: null, owner: null };
  return {
    ...known,
    permissions: [],
    productPermissions: [],
    ability,
    verifiedAbility: ability,
    ...more,
  } as unknown as KeyRecord;
}

/** As long as a signature of Ed25519 makes it. */
function told(record: KeyRecord, asked: GatewayQuestion = question) {
  const signed: object[] = [];
  const sign = (claims: object): string => {
    signed.push(claims);
    return `${'h'.repeat(50)}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${'s'.repeat(86)}`;
  };
  const signing = {
    issuer: 'https://keys.example.com',
    audience: 'a'.repeat(200),
    issuedAtS: 1,
    endsAtS: 61,
    sign,
  };
  const headers = identityHeaders(record, asked, signing);
  return { headers, claims: signed.at(-1), bytes: JSON.stringify(headers).length };
}

const permissions = (count: number) => Array.from({ length: count }, (_, at) => `orders:do-${at}`);
const longestOwner = { id, username: 'ك'.repeat(254), signInGranted: true };

describe('the headers that tell whose a key is', () => {
  it('hold any name, and nothing that could end a header', () => {
    const owner = { id, username: 'siti\r\nKunci-Owner: root@مثال.test', signInGranted: true };
    const { headers } = told(aRecord({ owner }));

    expect(headers['kunci-owner']).toBe('siti%0D%0AKunci-Owner%3A%20root%40%D9%85%D8%AB%D8%A7%D9%84.test');
    for (const value of Object.values(headers)) expect(value).toMatch(/^[\x21-\x7e ]*$/);
  });

  it('are the permissions of the product that was asked about, or all', () => {
    const record = aRecord({ permissions: ['sales:read'], productPermissions: ['orders:read'] });

    expect(told(record).headers['kunci-permissions']).toBe('sales:read orders:read');
    expect(told(record, { ...question, product: 'shop' }).headers['kunci-permissions']).toBe('orders:read');
  });

  it('have 50 permissions, and leave out what would be too long together', () => {
    expect(told(aRecord({ permissions: permissions(50) })).headers['kunci-permissions-omitted']).toBe('');
    const { headers, claims } = told(aRecord({ permissions: permissions(500) }));
    expect(headers).toMatchObject({ 'kunci-permissions': '', 'kunci-permissions-omitted': '1' });
    expect(claims).toMatchObject({ permissions_omitted: true, permission_asked: null });
    expect(claims).not.toHaveProperty('permissions');
  });

  it('are never longer than nginx takes', () => {
    const asked = { ...question, permission: permissions(50).join(' OR ').padEnd(1_000) };
    const { bytes, claims } = told(aRecord({ owner: longestOwner, permissions: permissions(500) }), asked);

    expect(bytes).toBeLessThan(3_400);
    expect(claims).toMatchObject({ permission_asked: undefined });
  });

  it('leave a long name in many-byte letters to the claims', () => {
    const owner = { ...longestOwner, username: 'ก'.repeat(254) };
    const { headers, claims, bytes } = told(aRecord({ owner }));

    expect(bytes).toBeLessThan(3_400);
    expect(headers['kunci-owner']).toBe('');
    expect(claims).toMatchObject({ owner: owner.username });
  });
});
