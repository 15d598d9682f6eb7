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
    const code = sentenceFor(error);
    const values = valuesOf(error, i18n.language);
    if (!i18n.exists(`problems:${code}`, values)) return error.detail;
    return t(code as 'not-found', values);
  };
}

/** A wrong secret that was the last attempt has locked, and that is what to say of it. */
function sentenceFor({ code, members }: ApiProblem): string {
  return code === 'step-up-failed' && typeof members.lockedUntil === 'string' ? 'factor-locked' : code;
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
