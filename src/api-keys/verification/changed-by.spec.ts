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

  it('is everything, when it is about such a thing of no company', () => {
    expect(about('user', null)).toEqual({ what: 'everything' });
  });

  it.each(['session', 'sales-invoice', 'order'])('is nothing, when it is about a %s', (targetType) => {
    expect(about(targetType)).toEqual({ what: 'nothing' });
  });
});
