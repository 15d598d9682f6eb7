import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import * as settings from '../../src/platform/config/settings';
import { root } from './repository';

interface Tool {
  configurationDocument(of: object): string;
}

const { configurationDocument } = jest.requireActual<Tool>('../../tools/docs/configuration.cjs');

describe('docs/configuration.md', () => {
  it('is what the schema of the settings says; otherwise: npm run config-docs', () => {
    const kept = readFileSync(path.join(root, 'docs/configuration.md'), 'utf8');

    expect(kept).toBe(configurationDocument(settings));
  });

  it('follows another default', () => {
    const shape = {
      ...settings.settingsSchema.shape,
      PORT: z.string().default('4000').describe('The port.'),
    };

    const document = configurationDocument({ ...settings, settingsSchema: z.object(shape) });

    expect(document).toMatch(/\| `PORT` +\| `4000` +\| The port\./);
  });

  it('cannot leave out a setting, or what it means', () => {
    const settingNames = [...settings.settingNames, 'NEW_SETTING'];
    expect(() => configurationDocument({ ...settings, settingNames })).toThrow('no section for NEW_SETTING');

    const shape = { ...settings.settingsSchema.shape, PORT: z.string() };
    const undescribed = { ...settings, settingsSchema: z.object(shape) };
    expect(() => configurationDocument(undescribed)).toThrow('PORT has no description');
  });
});
