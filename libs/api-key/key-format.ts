/** How a key is spelled: `prefixed` tells whose it is and proves itself, `hex32` fits systems that take only 32 characters. */
export const keyFormats = ['prefixed', 'hex32'] as const;

export type KeyFormat = (typeof keyFormats)[number];

/** What a key is for: `live` data, or `test`, which only programs accept that expect it. */
export const keyEnvironments = ['live', 'test'] as const;

export type KeyEnvironment = (typeof keyEnvironments)[number];

/** Characters in each part of a `prefixed` key after `<prefix>_` or `<prefix>_test_`, and in a whole `hex32` key. */
export const keyLengths = { random: 32, checksum: 6, hex32: 32 } as const;

/**
 * How the prefixed keys of a platform begin. Those of tests say what they are, so that anybody sees it.
 *
 * @param prefix the platform's, for example `kunci`
 */
export function startOfKey(prefix: string, environment: KeyEnvironment): string {
  return environment === 'test' ? `${prefix}_test_` : `${prefix}_`;
}

/** How a key of an environment is spelled: as wanted, but test keys are always prefixed. */
export function formatFor(environment: KeyEnvironment, wanted: KeyFormat): KeyFormat {
  return environment === 'test' ? 'prefixed' : wanted;
}
