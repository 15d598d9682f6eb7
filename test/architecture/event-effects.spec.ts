import { events } from '../../libs/events';
import { effects, made, ofModules, passing } from '../../src/cli/reapply/effects';
import { manifests } from '../../src/manifests';

const types = [...Object.values(events), ...manifests.flatMap((manifest) => manifest.events)];
const known = [...Object.keys(effects), ...made, ...ofModules, ...passing];

describe('a restore', () => {
  it('knows of each event what it changes, that it made something, that it belongs to a module, or that nothing is left of it', () => {
    expect(known.toSorted()).toEqual(types.map(({ type }) => type).toSorted());
  });
});
