/** How a key is spelled: `prefixed` tells whose it is and proves itself, `hex32` fits systems that take only 32 characters. */
export const keyFormats = ['prefixed', 'hex32'] as const;

export type KeyFormat = (typeof keyFormats)[number];

/** Characters in each part of a `prefixed` key after `<prefix>_`, and in a whole `hex32` key. */
export const keyLengths = { random: 32, checksum: 6, hex32: 32 } as const;
