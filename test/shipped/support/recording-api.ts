import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

interface ReceivedRequest {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const handshake =
  'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\nwelcome';

/** Somebody else's API, which remembers what reaches it. It takes WebSockets, too, as far as the handshake. */
export class RecordingApi {
  readonly received: ReceivedRequest[] = [];
  private readonly server: Server = createServer((request, response) => {
    void this.record(request).then(() => response.end('from the API'));
  });

  /** @returns `http://127.0.0.1:PORT` */
  async start(): Promise<string> {
    this.server.on('upgrade', (request, socket) => {
      this.received.push({ method: request.method, url: request.url, headers: request.headers, body: '' });
      socket.end(handshake);
    });
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    // A cast: a server that listens on a port has such an address.
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** What reached it since it was asked last. */
  take(): ReceivedRequest[] {
    return this.received.splice(0);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async record(request: IncomingMessage): Promise<void> {
    const { method, url, headers } = request;
    this.received.push({ method, url, headers, body: await text(request) });
  }
}
