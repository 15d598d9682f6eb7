import { setTimeout } from 'node:timers/promises';
import { harmless } from '../terminal/terminal';
import { type Event, readTrail, type TrailStart } from './audit-trail';
import { connect } from './connection';
import { secondsOf } from './option-values';
import { type Call, type RemoteCommand } from './remote-command';
import { TailPace } from './tail-pace';
import { wallClockMs } from './wall-clock';

const defaultLast = 10;
const defaultIntervalSeconds = 2;

export const eventsTail: RemoteCommand = {
  name: 'events tail',
  summary: 'Follow the audit trail, until Ctrl-C',
  examples: [
    ['kunci events tail', 'the last ten events, and each new one'],
    [
      'kunci events tail --since 24h --no-follow --json > events.jsonl',
      'of the last day, one a line, and no more',
    ],
    ['kunci events tail --type key.revoked --after 4711', 'goes on behind a position'],
  ],
  options: [
    { flags: '--since <time>', meaning: 'begin at a moment or a date, or so long ago, as 15m or 24h' },
    { flags: '--after <position>', meaning: 'begin behind a position; it is printed when the command ends' },
    { flags: '--last <n>', meaning: `begin with the last so many, ${defaultLast} if left out` },
    { flags: '--type <type>', meaning: 'only events of this type, as key.revoked' },
    {
      flags: '--interval <duration>',
      meaning: `how long to wait between requests, at least 1s, ${defaultIntervalSeconds}s if left out`,
    },
    { flags: '--no-follow', meaning: 'end when all that is there is printed' },
    { flags: '--json', meaning: 'print each event as a line of JSON' },
  ],
  run: async (call) => {
    const stop = new AbortController();
    process.once('SIGINT', () => stop.abort());
    let position = call.options.count('after', 0);
    try {
      await follow(call, stop.signal, startOf(call), (seen) => (position = seen));
    } finally {
      if (position !== undefined) call.terminal.tell(`To go on: kunci events tail --after ${position}`);
    }
  },
};

function startOf({ options }: Call): TrailStart {
  const after = options.count('after', 0);
  if (after !== undefined) return { after };
  const since = options.text('since');
  if (since === undefined) return { after: 0, last: options.count('last') ?? defaultLast };
  const seconds = secondsOf(since);
  return {
    after: 0,
    from: seconds === null ? since : new Date(wallClockMs() - seconds * 1000).toISOString(),
  };
}

/** @param seen takes each position up to which all is printed. */
async function follow(
  call: Call,
  signal: AbortSignal,
  first: TrailStart,
  seen: (position: number) => void,
): Promise<void> {
  const { client } = connect(call);
  const { options, terminal } = call;
  const pace = new TailPace(1000 * (options.seconds('interval') ?? defaultIntervalSeconds));
  let start = first;
  while (!signal.aborted) {
    try {
      const { position, events } = await readTrail(client, start, options.text('type'), signal);
      for (const event of events) terminal.print(lineOf(event, call));
      start = nextOf(start, position);
      seen(start.after);
      if (options.isOff('follow')) return;
      await pause(pace.afterAnswer(), signal);
    } catch (error) {
      if (isInterrupted(signal)) return;
      const pauseMs = options.isOff('follow') ? null : pace.afterFault(error);
      if (pauseMs === null) throw error;
      terminal.tell(`${messageOf(error)} Trying again in ${pauseMs / 1000} seconds.`);
      await pause(pauseMs, signal);
    }
  }
}

/** Where nothing has happened yet, the next request begins as the first did. */
function nextOf(start: TrailStart, position: number): TrailStart {
  if (position > 0) return { after: position };
  return start.from === undefined ? { after: 0 } : { after: 0, from: start.from };
}

function isInterrupted(signal: AbortSignal): boolean {
  return signal.aborted;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}

function lineOf(event: Event, { options, terminal }: Call): string {
  if (options.flag('json')) return JSON.stringify(event);
  const { at, type, actor, target, data } = event;
  const about = ['name', 'username', 'number']
    .map((field) => data[field])
    .find((name) => typeof name === 'string');
  const actorName = actor.name ?? actor.kind;
  return `${at}  ${terminal.styled('bold', type)}  ${harmless(actorName)}  ${harmless(about ?? target.id)}`;
}
