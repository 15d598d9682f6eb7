import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { TcpProxy } from './tcp-proxy';

describe('a network that a test can trouble', () => {
  let echo: Server;
  let network: TcpProxy;
  let clients: Socket[];

  beforeEach(async () => {
    echo = createServer((socket) => socket.on('error', () => undefined).pipe(socket)).listen(0, '127.0.0.1');
    await once(echo, 'listening');
    // A cast: a server on TCP has an address with a port.
    network = await TcpProxy.before(`tcp://127.0.0.1:${(echo.address() as AddressInfo).port}`);
    clients = [];
  });
  afterEach(async () => {
    for (const client of clients) client.destroy();
    await network.close();
    echo.close();
  });

  const join = async (): Promise<{ client: Socket; heard: () => string }> => {
    const { hostname, port } = new URL(network.through('tcp://elsewhere:1'));
    const client = connect(Number(port), hostname);
    clients.push(client);
    await once(client, 'connect');
    let heard = '';
    client.on('data', (chunk) => (heard += chunk.toString()));
    return { client, heard: () => heard };
  };

  it('hands on what is sent, both ways', async () => {
    const { client, heard } = await join();
    client.write('hello');
    await once(client, 'data');
    expect(heard()).toBe('hello');
  });

  it('is silent while frozen, and delivers in order when it is well again', async () => {
    const { client, heard } = await join();
    network.freeze();
    client.write('one ');
    await pause(50);
    client.write('two');
    await pause(50);
    expect(heard()).toBe('');

    await network.heal();
    await once(client, 'data');
    await pause(20);
    expect(heard()).toBe('one two');
  });

  it('is late by so much each way', async () => {
    const { client } = await join();
    network.slow(60);
    const began = performance.now();
    client.write('hello');
    await once(client, 'data');
    expect(performance.now() - began).toBeGreaterThan(115);
  });

  it('resets what is open and refuses what is new, until it is healed', async () => {
    const { client } = await join();
    const reset = once(client, 'error');
    await network.cut();
    expect(await reset).toMatchObject([{ code: 'ECONNRESET' }]);
    await expect(join()).rejects.toMatchObject({ code: 'ECONNREFUSED' });

    await network.heal();
    await expect(join()).resolves.toBeDefined();
  });
});
