import { eventQuery } from './use-event-query';

const queryOf = (search: string) => eventQuery(new URLSearchParams(search), 'Asia/Jakarta');

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

  it('are days of the company', () => {
    expect(queryOf('from=2026-03-31&to=2026-04-01')).toEqual({
      from: '2026-03-31',
      to: '2026-04-01',
      timeZone: 'Asia/Jakarta',
    });
  });

  it('pass over what is no day', () => {
    expect(queryOf('from=yesterday&to=2026-02-31')).toEqual({});
  });
});
