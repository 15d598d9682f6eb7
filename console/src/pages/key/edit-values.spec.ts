import { nextLimit, patchOf, type EditValues } from './edit-values';

const before: EditValues = {
  name: 'Website',
  description: '',
  expiresAt: '',
  allowedAddresses: '',
  rateLimits: [],
  quota: { limit: '', refill: 'never' },
};

describe('what is sent of an edited key', () => {
  it('is nothing when nothing was changed', () => {
    expect(patchOf(before, { ...before }, null)).toEqual({});
  });

  it('is only what was changed, and null where it was cleared', () => {
    expect(patchOf(before, { ...before, name: ' Shop ' }, null)).toEqual({ name: 'Shop' });
    expect(patchOf(before, { ...before, name: '' }, null)).toEqual({ name: null });
    expect(patchOf({ ...before, description: 'Old' }, { ...before, description: ' ' }, null)).toEqual({
      description: null,
    });
    expect(patchOf({ ...before, expiresAt: '2026-12-01' }, before, null)).toEqual({ expiresAt: null });
    expect(patchOf({ ...before, quota: { limit: '5', refill: 'day' } }, before, null)).toEqual({
      quota: null,
    });
  });

  it('has addresses one by one, however they were typed', () => {
    const typed = { ...before, allowedAddresses: '203.0.113.7, 2001:db8::/32\n\n198.51.100.0/24 ' };

    expect(patchOf(before, typed, null)).toEqual({
      allowedAddresses: ['203.0.113.7', '2001:db8::/32', '198.51.100.0/24'],
    });
  });

  it('has limits as numbers', () => {
    const rateLimits = [{ name: 'limit-1', limit: '60', windowSeconds: '3600' }];

    expect(
      patchOf(before, { ...before, rateLimits, quota: { limit: '1000', refill: 'month' } }, null),
    ).toEqual({
      rateLimits: [{ name: 'limit-1', limit: 60, windowSeconds: 3600 }],
      quota: { limit: 1000, refill: 'month' },
    });
  });
});

it('a limit that is added has a name that no other has', () => {
  expect(nextLimit([{ name: 'limit-2', limit: '1', windowSeconds: '1' }]).name).toBe('limit-3');
});
