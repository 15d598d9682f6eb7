import { useTranslation } from 'react-i18next';

/**
 * What the server says of a field, in the order in which it is looked for. What a group catches is put into the sentence.
 * The server speaks English and says it in prose, so this table is where the languages meet.
 */
const sentences = [
  [/^must have (?<least>\d+) to (?<most>\d+) characters$/, 'characters'],
  [/^must not be empty$|expected string to have >=1 characters|received undefined/, 'isWanted'],
  [/must have at least (?<least>\d+) characters|expected string to have >=(?<least2>\d+) char/, 'atLeast'],
  [/must have at most (?<most>\d+) characters|expected string to have <=(?<most2>\d+) char/, 'atMost'],
  [/^must be of a-z, 0-9 and single hyphens/, 'slug'],
  [/^must not hold the invisible character|^must be visible$|^must be well-formed text$/, 'unprintable'],
  [/^cannot be a username$/, 'notUsername'],
  [/^must not be the username$/, 'isUsername'],
  [/^must not be shaped like an API key$/, 'likeKey'],
  [/^must have 6 digits$/, 'digits'],
  [/^must have (?<least>\d+) to (?<most>\d+) digits$/, 'digitsBetween'],
  [/^must not be one digit, a run/, 'easyPin'],
  [/^There is no such product\.$/, 'noSuchProduct'],
  [/^There is no such role\.$/, 'noSuchRole'],
  [/^The company wants every key to have a name\.$/, 'nameWanted'],
  [/^must be an address or a CIDR block/, 'address'],
  [/^is in the past$/, 'inThePast'],
  [/^is beyond the maximum of (?<days>\d+) days$/, 'beyondMaximum'],
  [/expected number to be >=?(?<least>-?\d+)/, 'tooSmall'],
  [/expected number to be <=?(?<most>-?\d+)/, 'tooBig'],
] as const;

/** Says in the user's language what the server found wrong with a field. What the table does not have is quoted. */
export function useFieldText(): (detail: string) => string {
  const { t } = useTranslation('forms');
  return (detail) => {
    for (const [pattern, sentence] of sentences) {
      const match = pattern.exec(detail);
      if (match !== null) return t(sentence, numbersIn(match));
    }
    return t('other', { detail });
  };
}

/** Alternatives of one pattern cannot share the name of a group: `least2` is `least`. */
function numbersIn({ groups = {} }: RegExpExecArray) {
  const { least, least2, most, most2, days } = groups;
  return { least: least ?? least2 ?? '', most: most ?? most2 ?? '', days: days ?? '' };
}
