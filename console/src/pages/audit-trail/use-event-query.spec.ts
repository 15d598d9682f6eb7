import { eventQuery } from './use-event-query';

const queryOf = (search: string) => eventQuery(new URLSearchParams(search));

describe('the filters of the audit trail', () => {
  it('are none where the address has none, or empty ones', () => {
    expect(queryOf('')).toEqual({});
    expect(queryOf('type=&actor=&from=')).toEqual({});
  });

  it('name type, actor and target as the address does', () => {
    expect(queryOf('type=key.revoked&actor=a&target=b')).toEqual({
      type: 'key.revoked',
      actor: 'a',
      target: 'b',
    });
  });

  it('take in the whole of the last day', () => {
    const { from, to } = queryOf('from=2026-03-31&to=2026-03-31');

    expect(from).toBe(new Date(2026, 2, 31).toISOString());
    expect(to).toBe(new Date(2026, 3, 1).toISOString());
  });

  it('pass over what is no day', () => {
    expect(queryOf('from=yesterday&to=2026-02-31')).toEqual({});
  });
});
