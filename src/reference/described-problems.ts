import { type ProblemCatalogue } from '../../libs/problems';
import { type Advice, adviceByCode, type Where } from './advice';

/** All that is said of one code. */
export interface DescribedProblem {
  readonly code: string;
  readonly statuses: readonly number[];
  /** The public sentences of its answers; a code may have one for each status. */
  readonly titles: readonly string[];
  readonly cause: string;
  readonly remedy: string;
  readonly where: Where | null;
  readonly members: readonly string[];
}

/** Every problem that this server may answer with, those of business modules too, in alphabetical order. */
export function describedProblems({ codes, kinds }: ProblemCatalogue): DescribedProblem[] {
  return codes.map((code) => {
    const same = kinds.filter((kind) => kind.code === code);
    const titles = unique(same.map(({ title }) => title));
    return {
      code,
      statuses: unique(same.map(({ status }) => status)).sort((one, other) => one - other),
      titles,
      ...(adviceOf(code) ?? adviceOfModules(titles)),
      members: unique(same.flatMap(({ members }) => members)),
    };
  });
}

function adviceOf(code: string): Advice | undefined {
  // A cast: a code of a business module is none of the core's.
  return (adviceByCode as Readonly<Record<string, Advice | undefined>>)[code];
}

/** A business module says of its problems no more than their titles. */
function adviceOfModules(
  titles: readonly string[],
): Omit<DescribedProblem, 'code' | 'statuses' | 'titles' | 'members'> {
  return {
    cause: titles.join(' '),
    remedy: 'Change the request, or what it is about, so that this no longer holds.',
    where: null,
  };
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
