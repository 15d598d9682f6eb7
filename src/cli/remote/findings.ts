import { CommandFault, type exitCodes } from '../terminal/command-fault';
import { clientOf, fetchFrom } from './connection';
import { wallClockMs } from './wall-clock';

/** One thing that was looked at. */
export interface Finding {
  readonly about: string;
  readonly verdict: 'good' | 'warning' | 'bad';
  readonly detail: string;
  /** Of what is bad: how the command ends. */
  readonly outcome?: keyof typeof exitCodes;
}

/** One-time codes are good for half a minute before and after. */
const allowedSkewMs = 30_000;

/** Whether a server answers, which version it is, whether it reaches its database, and how far its clock is from ours. */
export async function findingsOfServer(url: string): Promise<Finding[]> {
  const client = clientOf(url);
  const askedMs = wallClockMs();
  try {
    const { response } = await client.GET('/health/live');
    const answeredMs = wallClockMs();
    const server: Finding = {
      about: 'server',
      verdict: 'good',
      detail: `${url} answers in ${Math.round(answeredMs - askedMs)} ms`,
    };
    return [
      response.ok
        ? server
        : { ...server, verdict: 'bad', detail: `${url} answers ${response.status}`, outcome: 'unavailable' },
      clockOf(response.headers.get('date'), (askedMs + answeredMs) / 2),
      await readiness(url),
      await versionOf(url),
    ];
  } catch (error) {
    if (!(error instanceof CommandFault)) throw error;
    return [{ about: 'server', verdict: 'bad', detail: error.message, outcome: 'unavailable' }];
  }
}

/** @param date in whole seconds, as HTTP has it. */
function clockOf(date: string | null, nowMs: number): Finding {
  const about = 'clock';
  const skewMs = date === null ? NaN : Date.parse(date) + 500 - nowMs;
  if (Number.isNaN(skewMs))
    return { about, verdict: 'warning', detail: 'the server does not say what time it is' };
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  const detail =
    seconds === 0 ? 'the same as here' : `${seconds} s ${skewMs > 0 ? 'ahead of' : 'behind'} this machine`;
  return { about, verdict: Math.abs(skewMs) > allowedSkewMs ? 'warning' : 'good', detail };
}

async function readiness(url: string): Promise<Finding> {
  const { response } = await clientOf(url).GET('/health/ready');
  if (response.ok) return { about: 'database', verdict: 'good', detail: 'the server reaches it' };
  return {
    about: 'database',
    verdict: 'bad',
    detail: 'the server does not reach it',
    outcome: 'unavailable',
  };
}

/** The document of the API carries it. */
async function versionOf(url: string): Promise<Finding> {
  const response = await fetchFrom(url, new Request(`${url}/openapi.json`));
  const document: unknown = response.ok ? await response.json() : null;
  return { about: 'version', verdict: 'good', detail: versionIn(document) ?? 'not told' };
}

function versionIn(document: unknown): string | null {
  if (typeof document !== 'object' || document === null || !('info' in document)) return null;
  const { info } = document;
  if (typeof info !== 'object' || info === null || !('version' in info)) return null;
  return typeof info.version === 'string' ? info.version : null;
}
