import { keyBadgeStatus, type KeyStanding } from './key-badge-status';

const active: KeyStanding = { status: 'active', expiringSoon: false, failing: false, deletedAt: null };

describe('what is said of a key', () => {
  it('is its status', () => {
    expect(keyBadgeStatus(active)).toBe('active');
    expect(keyBadgeStatus({ ...active, status: 'revoked' })).toBe('revoked');
    expect(keyBadgeStatus({ ...active, status: 'broken' })).toBe('broken');
  });

  it('is that it ends soon while it still works', () => {
    expect(keyBadgeStatus({ ...active, expiringSoon: true })).toBe('expiringSoon');
    expect(keyBadgeStatus({ ...active, status: 'suspended', expiringSoon: true })).toBe('suspended');
  });

  it('is that requests with it are refused while it still works, before that it ends soon', () => {
    expect(keyBadgeStatus({ ...active, failing: true, expiringSoon: true })).toBe('failing');
    expect(keyBadgeStatus({ ...active, failing: true, status: 'disabled' })).toBe('disabled');
  });

  it('is that it was deleted, before anything else', () => {
    expect(keyBadgeStatus({ ...active, status: 'revoked', deletedAt: '2026-03-01T00:00:00Z' })).toBe(
      'deleted',
    );
  });
});
