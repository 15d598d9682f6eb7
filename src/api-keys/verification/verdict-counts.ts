import { Injectable } from '@nestjs/common';
import { Metrics } from '../../platform';
import { denials, type Verdict } from './verdict';

/** How a key came: with a request to this program, for a session, to a gateway, or in the question of another service. */
export const paths = ['request', 'session', 'sign-in', 'gateway', 'verify', 'introspect'] as const;
export type Path = (typeof paths)[number];

const codes = ['VALID', ...denials] as const;
type Code = Verdict['code'];

/** How often each verdict was given on each path. One addition a verdict: labels are put together when somebody reads. */
@Injectable()
export class VerdictCounts {
  private readonly counts: Readonly<Record<Path, Record<Code, number>>>;

  constructor(metrics: Metrics) {
    this.counts = {
      request: noVerdicts(),
      session: noVerdicts(),
      'sign-in': noVerdicts(),
      gateway: noVerdicts(),
      verify: noVerdicts(),
      introspect: noVerdicts(),
    };
    const help = 'Verdicts on keys, by outcome and by how the key came.';
    metrics.counted('kunci_verifications_total', help, ['outcome', 'path'], () => this.parts());
  }

  note(path: Path, code: Code): void {
    this.counts[path][code] += 1;
  }

  /** Without those that never happened: there are many. */
  private *parts(): Iterable<readonly [Record<string, string>, number]> {
    for (const path of paths)
      for (const outcome of codes) {
        const count = this.counts[path][outcome];
        if (count > 0 || outcome === 'VALID') yield [{ outcome, path }, count];
      }
  }
}

function noVerdicts(): Record<Code, number> {
  // A cast: the list holds every code, by its type.
  return Object.fromEntries(codes.map((code) => [code, 0])) as Record<Code, number>;
}
