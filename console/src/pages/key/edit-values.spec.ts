import { type KeyValues, nextLimit, unlimited } from '../../keys/fields/key-values';
import { patchOf } from './edit-values';

const before: KeyValues = {
  ...unlimited,
  name: 'Website',
  permissions: { preset: 'kept', sameAs: '', listed: ['sales-invoices:read'] },
};
const edited = { key: { metadata: null }, before, timeZone: 'Asia/Jakarta' };

describe('what is sent of an edited key', () => {
  it('is nothing when nothing was changed', () => {
    expect(patchOf(edited, { ...before })).toEqual({});
  });

  it('is only what was changed, and null where it was cleared', () => {
    const since = (values: Partial<KeyValues>) => ({ ...edited, before: { ...before, ...values } });

    expect(patchOf(edited, { ...before, name: ' Shop ' })).toEqual({ name: 'Shop' });
    expect(patchOf(edited, { ...before, name: '' })).toEqual({ name: null });
    expect(patchOf(since({ description: 'Old' }), { ...before, description: ' ' })).toEqual({
      description: null,
    });
    expect(patchOf(since({ expiresAt: '2026-12-01' }), before)).toEqual({ expiresAt: null });
    expect(patchOf(edited, { ...before, expiresAt: '2026-12-25' })).toEqual({
      expiresAt: '2026-12-25',
      timeZone: 'Asia/Jakarta',
    });
    expect(patchOf(since({ quota: { limit: '5', refill: 'day' } }), before)).toEqual({ quota: null });
    expect(patchOf(since({ metadata: [{ name: 'team', value: 'Billing' }] }), before)).toEqual({
      metadata: null,
    });
  });

  it('has addresses one by one, however they were typed', () => {
    const typed = { ...before, allowedAddresses: '203.0.113.7, 2001:db8::/32\n\n198.51.100.0/24 ' };

    expect(patchOf(edited, typed)).toEqual({
      allowedAddresses: ['203.0.113.7', '2001:db8::/32', '198.51.100.0/24'],
    });
  });

  it('has limits as numbers', () => {
    const rateLimits = [{ name: 'limit-1', limit: '60', windowSeconds: '3600' }];

    expect(patchOf(edited, { ...before, rateLimits, quota: { limit: '1000', refill: 'month' } })).toEqual({
      rateLimits: [{ name: 'limit-1', limit: 60, windowSeconds: 3600 }],
      quota: { limit: 1000, refill: 'month' },
    });
  });

  it('has the permissions that were listed, and null for all that its kind may have', () => {
    const listed = ['sales-invoices:read'];
    const withPreset = (preset: 'chosen' | 'everything'): KeyValues => ({
      ...before,
      permissions: { preset, sameAs: '', listed },
    });

    expect(patchOf(edited, withPreset('chosen'))).toEqual({ permissions: listed });
    expect(patchOf(edited, withPreset('everything'))).toEqual({ permissions: null });
  });
});

it('a limit that is added has a name that no other has', () => {
  expect(nextLimit([{ name: 'limit-2', limit: '1', windowSeconds: '1' }]).name).toBe('limit-3');
});
