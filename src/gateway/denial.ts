import { type KeyCarrier } from '../auth';
import { type Problem } from '../platform/http';
import { type ReadQuestion } from './gateway-question';

/** An answer without a body. */
export interface Denial {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

const basic = 'Basic realm="Kunci", charset="UTF-8"';
const challenges = {
  'x-api-key': 'ApiKey realm="Kunci"',
  authorization: `Bearer realm="Kunci", ${basic}`,
  basic,
} satisfies Record<KeyCarrier, string>;

/** Says to a gateway why a request is refused: in its status, and with the code of the problem in `Kunci-Reason`. */
export function denialOf({ kind, details }: Problem, { question, forNginx }: ReadQuestion): Denial {
  const { status, code } = kind;
  const headers = { ...details.headers, 'kunci-reason': code };
  const challenge = challenges[question?.carrier ?? 'authorization'];
  return {
    status: forNginx ? nginxStatus(status) : status,
    headers: status === 401 ? { ...headers, 'www-authenticate': challenge } : headers,
  };
}

/** nginx hands on 401 and 403. A fault of this server is no denial, and 500 there as well. */
function nginxStatus(status: number): number {
  return status === 401 || status >= 500 ? status : 403;
}
