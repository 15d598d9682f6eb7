import { changedBy } from './changed-by';

const about = (targetType: string, companyId: string | null = 'acme') =>
  changedBy({ companyId, targetType, targetId: 'target' });

describe('what an event changes for keys', () => {
  it.each(['key', 'service-key'])('is one key, when it is about a %s', (targetType) => {
    expect(about(targetType)).toEqual({ what: 'one', id: 'target' });
  });

  it.each(['company', 'user', 'role', 'product'])(
    'is the company, when it is about a %s of it',
    (targetType) => {
      expect(about(targetType)).toEqual({ what: 'one', id: 'acme' });
    },
  );

  it('is everything, when it is about a product of no company in particular', () => {
    expect(about('product', null)).toEqual({ what: 'everything' });
  });

  it('is nothing, when it is about a user outside of any company: what they set there no key depends on', () => {
    expect(about('user', null)).toEqual({ what: 'nothing' });
  });

  it.each(['session', 'sales-invoice', 'order'])('is nothing, when it is about a %s', (targetType) => {
    expect(about(targetType)).toEqual({ what: 'nothing' });
  });
});
