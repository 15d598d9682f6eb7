/** Why a backup is not restored. Nothing has changed. */
export class RestoreRefused extends Error {}
