import { connect as connectTcp, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { connect as connectTls } from 'node:tls';
import { type AnswerOnTheWire, AnswerReader } from './answer-reader';

/** Bytes to send, and pauses between them, in milliseconds. */
export type Script = readonly (string | Buffer | number)[];

export interface Exchange {
  /** All that were complete, in their order, without those that are only provisional (1xx). */
  readonly answers: readonly AnswerOnTheWire[];
  /** Whether the server closed the connection, and with what error, if any. */
  readonly closed: boolean;
  readonly fault: string | null;
  /** From the connection to the last answer, or to the end. */
  readonly tookMs: number;
}

interface Expectation {
  /** The methods of the requests that are sent, one for each answer that is awaited. HEAD has no body. */
  readonly methods?: readonly string[];
  /** Wait until the server closes the connection, however many answers there are. */
  readonly untilClosed?: boolean;
  readonly deadlineMs?: number;
  /** The address of this machine to send from. */
  readonly from?: string;
}

/**
 * Sends any bytes to a server over a connection of their own, well-formed or not, and reads what comes back.
 * Never rejects: that the connection broke is a result, too.
 */
export async function exchange(
  address: string,
  script: Script,
  { methods = ['GET'], untilClosed = false, deadlineMs = 30_000, from }: Expectation = {},
): Promise<Exchange> {
  const socket = open(new URL(address), from);
  const reader = new AnswerReader(methods);
  const began = performance.now();
  return new Promise((resolve) => {
    const finish = (closed: boolean, fault: string | null): void => {
      clearTimeout(timer);
      socket.destroy();
      if (closed) reader.end();
      resolve({ answers: reader.answers, closed, fault, tookMs: performance.now() - began });
    };
    const timer = setTimeout(() => finish(false, 'deadline'), deadlineMs);
    socket.setNoDelay(true);
    socket.on('data', (chunk) => {
      reader.read(chunk);
      if (!untilClosed && reader.answers.length >= methods.length) finish(false, null);
    });
    socket.on('error', (error) => finish(true, error.message));
    socket.on('end', () => finish(true, null));
    void play(socket, script);
  });
}

/** With https: whatever certificate it shows, for a test makes its own. */
function open({ protocol, hostname, port }: URL, localAddress?: string): Socket {
  const where = {
    host: hostname,
    port: Number(port),
    ...(localAddress === undefined ? {} : { localAddress }),
  };
  return protocol === 'https:' ? connectTls({ ...where, rejectUnauthorized: false }) : connectTcp(where);
}

async function play(socket: Socket, script: Script): Promise<void> {
  for (const step of script) {
    if (socket.destroyed) return;
    if (typeof step === 'number') await pause(step);
    else socket.write(step);
  }
}

/** A request as bytes, exactly as it is spelt here. `Host` is there unless it is given, or left out with null. */
export function requestBytes(
  method: string,
  target: string,
  headers: Readonly<Record<string, string | Buffer | null>> = {},
  body: string | Buffer = '',
): Buffer {
  const all: Readonly<Record<string, string | Buffer | null>> = { host: 'kunci.test', ...headers };
  const lines = Object.entries(all).flatMap(([name, value]) =>
    value === null ? [] : [Buffer.from(`${name}: `), Buffer.from(value), Buffer.from('\r\n')],
  );
  return Buffer.concat([
    Buffer.from(`${method} ${target} HTTP/1.1\r\n`, 'latin1'),
    ...lines,
    Buffer.from('\r\n'),
    Buffer.from(body),
  ]);
}
