import { useTranslation } from 'react-i18next';
import { type ApiProblem, isProblem } from '../api/problem';

/**
 * Says in the user's language what went wrong: by the problem's code, with what the server said about the case (attempts
 * left, until when). A code that this console does not know yet gets the server's own sentence.
 */
export function useProblemText(): (error: Error) => string {
  const { t, i18n } = useTranslation('problems');
  return (error) => {
    if (!isProblem(error)) return t('unreachable');
    // Not a literal: the codes are the server's. A test holds this file of strings against the codes in the source.
    const values = valuesOf(error, i18n.language);
    if (!i18n.exists(`problems:${error.code}`, values)) return error.detail;
    return t(error.code as 'not-found', values);
  };
}

/** The members of a problem as the sentences name them. */
function valuesOf(
  problem: ApiProblem,
  language: string,
): { count: number; lockedUntil: string; minutes: number } {
  const { lockedUntil, attemptsLeft } = problem.members;
  return {
    count: typeof attemptsLeft === 'number' ? attemptsLeft : 0,
    lockedUntil: typeof lockedUntil === 'string' ? timeOf(lockedUntil, language) : '',
    minutes: Math.max(1, Math.ceil((problem.retryAfterSeconds ?? 60) / 60)),
  };
}

function timeOf(iso: string, language: string): string {
  return new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(new Date(iso));
}
