/** Of every owner of a seeded company. */
export const ownerPassword = 'correct horse battery';
