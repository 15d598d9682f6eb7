import { events } from '../../libs/events';
import { effects, made, passing } from '../../src/cli/reapply/effects';
import { manifests } from '../../src/manifests';

const types = Object.values(events).map(({ type }): string => type);
const ofModules = manifests.flatMap((manifest) => manifest.events.map(({ type }) => type));
const known = [...Object.keys(effects), ...made, ...passing];

describe('a restore', () => {
  it('knows of each event what it changes, that it made something, or that nothing is left of it', () => {
    expect(known.filter((type) => !ofModules.includes(type)).toSorted()).toEqual(types.toSorted());
  });
});
