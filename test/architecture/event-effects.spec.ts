import { sentences } from '../../console/src/pages/audit-trail/event-types';
import { effects, made, passing } from '../../src/cli/reapply/effects';

describe('a restore', () => {
  it('knows of each event what it changes, that it made something, or that nothing is left of it', () => {
    const known = [...Object.keys(effects), ...made, ...passing];
    expect(known.toSorted()).toEqual(Object.keys(sentences).toSorted());
  });
});
