import { Inject, Injectable } from '@nestjs/common';
import { parseKey } from '../../../libs/api-key';
import { type Permission } from '../../../libs/permissions';
import { Clock } from '../../platform';
import { CONFIG, type Config } from '../../platform/config';
import { LoadKey } from './load-key';
import { type Question, steps } from './steps';
import { type Verdict } from './verdict';

/** What was presented, and for what. */
export interface Presented {
  readonly text: string;
  readonly username: string | null;
  readonly anyOf: readonly Permission[] | null;
}

/** The one engine that decides about keys, on every pathway. */
@Injectable()
export class VerifyKey {
  constructor(
    private readonly load: LoadKey,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Decides about a presented key. It changes nothing.
   * @throws when the database does not answer: never "valid", and never "unknown key", because it is away.
   */
  async verify({ text, username, anyOf }: Presented): Promise<Verdict> {
    if (parseKey(text, this.config.keyPrefix) === null) return { code: 'NOT_FOUND', key: null };
    const key = await this.load.bySecret(text);
    if (key === null) return { code: 'NOT_FOUND', key: null };
    return decide({ key, now: this.clock.now(), username, anyOf });
  }
}

/** The decision about a known key: the first step that denies, else valid. */
export function decide(question: Question): Verdict {
  for (const step of steps) {
    const denial = step(question);
    if (denial !== null) return { code: denial, key: question.key };
  }
  return { code: 'VALID', key: question.key };
}
