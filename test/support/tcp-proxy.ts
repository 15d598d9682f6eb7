import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Something that is sent over a connection. */
export interface Piece {
  readonly from: 'client' | 'server';
  readonly bytes: Buffer;
  readonly link: Link;
}

/** A connection through the proxy. */
export interface Link {
  /** Breaks it, to both sides. */
  reset(): void;
}

/** Sees each piece before it is handed on. @returns whether it is, and what happens once it was. */
export type Watch = (piece: Piece) => boolean | (() => void);

/**
 * A network between a client and a server, which a test can trouble: it hands on what is sent; or nothing of it, without a
 * word to either side; or all of it late; or it resets what is open and refuses what is new; or it forgets what is open.
 * Loopback only.
 */
export class TcpProxy {
  private server: Server | null = null;
  private port = 0;
  private delayMs = 0;
  private fromClients = 0;
  private clients = 0;
  private maxClients = 0;
  private frozen: Frost | null = null;
  private losses = 0;
  private watching: Watch | null = null;
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly target: { readonly host: string; readonly port: number }) {}

  /** @param url of the server; only its host and port count. */
  static async before(url: string): Promise<TcpProxy> {
    const { hostname, port } = new URL(url);
    const proxy = new TcpProxy({ host: hostname, port: Number(port) });
    await proxy.listen();
    return proxy;
  }

  /** The same address, by way of this proxy. */
  through(url: string): string {
    const by = new URL(url);
    by.hostname = '127.0.0.1';
    by.port = String(this.port);
    return by.href;
  }

  /** How many connections there ever were at the same time. */
  get maxOpen(): number {
    return this.maxClients;
  }

  /** How much clients have sent so far. A client that waits for each answer sends one piece for each question. */
  get pieces(): number {
    return this.fromClients;
  }

  /**
   * Hands on nothing of what is sent from now on, not even that a connection ended. As TCP sends again what was not
   * acknowledged, it arrives when the network is well again, in order and however late.
   */
  freeze(): void {
    this.frozen ??= frost();
  }

  /** Forgets what is open, as a balancer that failed over: nothing passes there. What is new is handed on. */
  lose(): void {
    this.losses += 1;
  }

  /** Asks this before it hands anything on; null asks nobody. */
  watch(watch: Watch | null): void {
    this.watching = watch;
  }

  /** Hands everything on, each way, `delayMs` late. */
  slow(delayMs: number): void {
    this.delayMs = delayMs;
  }

  /** Resets what is open and refuses what is new. */
  async cut(): Promise<void> {
    const listening = this.stopListening();
    for (const socket of this.sockets) socket.resetAndDestroy();
    await listening;
  }

  async heal(): Promise<void> {
    this.delayMs = 0;
    this.frozen?.thaw();
    this.frozen = null;
    if (this.server === null) await this.listen();
  }

  async close(): Promise<void> {
    this.frozen?.thaw();
    await this.cut();
  }

  private async listen(): Promise<void> {
    // Half-open, so that an end is handed on like everything else: late, or never.
    const server = createServer({ allowHalfOpen: true }, (client) => this.join(client));
    server.listen(this.port, '127.0.0.1');
    await once(server, 'listening');
    // A test that fails may not close it, and that must not keep jest from ending.
    server.unref();
    // A cast: a server on TCP has an address with a port.
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  private async stopListening(): Promise<void> {
    const server = this.server;
    if (server === null) return;
    this.server = null;
    const closed = once(server, 'close');
    server.close();
    await closed;
  }

  private join(client: Socket): void {
    const upstream = connect({ ...this.target, allowHalfOpen: true });
    client.on('data', () => (this.fromClients += 1)).on('close', () => (this.clients -= 1));
    this.clients += 1;
    this.maxClients = Math.max(this.maxClients, this.clients);
    for (const socket of [client, upstream]) socket.unref();
    const link = { reset: () => [client, upstream].forEach((socket) => void socket.resetAndDestroy()) };
    this.carry(client, upstream, (bytes) => this.judge({ from: 'client', bytes, link }));
    this.carry(upstream, client, (bytes) => this.judge({ from: 'server', bytes, link }));
  }

  private judge(piece: Piece): boolean | (() => void) {
    return this.watching === null ? true : this.watching(piece);
  }

  private carry(from: Socket, to: Socket, judge: (bytes: Buffer) => boolean | (() => void)): void {
    this.sockets.add(from);
    // One after the other, so that nothing that is late is overtaken by what is not.
    let before: Promise<void> = Promise.resolve();
    const { losses } = this;
    const handOn = (step: () => void): void => {
      const arrival = this.arrival();
      before = before.then(() => arrival).then(() => (losses === this.losses ? step() : undefined));
    };
    from.setNoDelay(true);
    from.on('data', (chunk) => {
      const verdict = judge(chunk);
      if (verdict !== false) handOn(() => to.write(chunk, verdict === true ? undefined : verdict));
    });
    from.on('end', () => handOn(() => to.end()));
    // 'close' follows an error, and is passed on to the other side.
    from.on('error', () => undefined);
    from.on('close', () => {
      this.sockets.delete(from);
      handOn(() => to.destroy());
    });
  }

  /** When what is sent now arrives. */
  private async arrival(): Promise<void> {
    if (this.delayMs > 0) await pause(this.delayMs);
    while (this.frozen) await this.frozen.over;
  }
}

interface Frost {
  readonly over: Promise<void>;
  readonly thaw: () => void;
}

function frost(): Frost {
  let thaw = (): void => undefined;
  const over = new Promise<void>((resolve) => {
    thaw = resolve;
  });
  return { over, thaw };
}
