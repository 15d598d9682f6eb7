// As long as the column. Some characters stand for many: a name of 64 can become over a thousand of them.
const maxCharacters = 200;

/**
 * What two names have in common that people take for one: without case, compatibility forms, invisible characters and
 * differences in blanks, and with the letters of other scripts that look like Latin ones as those (after UTS #39; Node has
 * no table of confusables, so these are the ones of single letters). Compared for being unique, never shown.
 */
export function skeletonOf(name: string): string {
  const folded = name
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replaceAll('i\u0307', 'i')
    .normalize('NFKC')
    .replace(/[\s\u2800]+/gu, ' ')
    .trim();
  const letters = Array.from(folded, (character) => latin.get(character) ?? character);
  return letters.slice(0, maxCharacters).join('');
}

/** Pairs of a letter and what it is taken for, both in lower case; a letter may look so in upper case only. */
const lookAlikes = [
  // Greek
  'αa βb εe ζz ηh ιi κk μm νn οo ρp τt υy χx ϳj ϲc',
  // Cyrillic
  'аa вb еe һh іi јj кk ӏl мm нh оo рp ԛq сc ѕs тt ѵv ԝw хx уy үy ԁd ԍg',
  // Armenian and Hebrew
  'օo ոn սu հh ցg զq յj ѡw סo',
  // Cherokee
  'ꭰd ꭱr ꭲt ꭵi ꭺa ꭻj ꭼe ꮃw ꮇm ꮋh ꮐg ꮓz ꮩv ꮪs ꮮl ꮯc ꮲp ꮶk ᏼb',
  // Latin small capitals
  'ᴀa ʙb ᴄc ᴅd ᴇe ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ᴛt ᴜu ᴠv ᴡw ʏy ᴢz ɡg ɩi',
].join(' ');

const latin: ReadonlyMap<string, string> = new Map(
  lookAlikes.split(' ').map((pair) => [[...pair].at(0) ?? '', [...pair].at(-1) ?? ''] as const),
);
