import { type KeyValues, unlimited } from './key-values';
import { newKeyOf } from './new-key';

describe('what is sent of a new key', () => {
  it('is nothing when nothing was said', () => {
    expect(newKeyOf(unlimited, 'Asia/Jakarta')).toEqual({});
  });

  it('is each limit that was said, as the API takes it', () => {
    const values: KeyValues = {
      ...unlimited,
      name: ' Website ',
      description: ' Reads invoices ',
      environment: 'test',
      permissions: { preset: 'readOnly', sameAs: '', listed: ['sales-invoices:read'] },
      allowedAddresses: '203.0.113.7\n2001:db8::/32',
      rateLimits: [{ name: 'limit-1', limit: '60', windowSeconds: '60' }],
      quota: { limit: '1000', refill: 'day' },
    };

    expect(newKeyOf(values, 'Asia/Jakarta')).toEqual({
      name: 'Website',
      description: 'Reads invoices',
      environment: 'test',
      permissions: ['sales-invoices:read'],
      allowedAddresses: ['203.0.113.7', '2001:db8::/32'],
      rateLimits: [{ name: 'limit-1', limit: 60, windowSeconds: 60 }],
      quota: { limit: 1000, refill: 'day' },
    });
  });

  it('is an empty list where someone chose that the key may do nothing, and none where it may do everything', () => {
    const withPreset = (preset: 'chosen' | 'everything', listed: string[]): KeyValues => ({
      ...unlimited,
      permissions: { preset, sameAs: '', listed },
    });

    expect(newKeyOf(withPreset('chosen', []), 'Asia/Jakarta')).toEqual({ permissions: [] });
    expect(newKeyOf(withPreset('everything', ['sales-invoices:read']), 'Asia/Jakarta')).toEqual({});
  });
});
