export const utc = 'UTC';

/**
 * A time zone of the IANA database, in the one spelling that we store and show: `asia/calcutta` is `Asia/Kolkata`.
 * @returns null where there is none of that name.
 */
export function timeZoneNamed(text: string): string | null {
  if (!nameForm.test(text)) return null;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions();
    return renamed[timeZone] ?? timeZone;
  } catch {
    // A RangeError is how Intl says that it knows no such zone.
    return null;
  }
}

/** The zone that is stored, or UTC where what is stored is none. */
export function readTimeZone(stored: unknown): string {
  return (typeof stored === 'string' ? timeZoneNamed(stored) : null) ?? utc;
}

// No offsets, which newer versions of Node take, and none of the zones that only ICU has.
const nameForm = /^(?!SystemV\/)[a-z][a-z0-9_+-]*(?:\/[a-z0-9_+-]+)*$/i;

/** ICU keeps the first name that it knew of a zone. These are called otherwise in the IANA database by now. */
const renamed: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};
