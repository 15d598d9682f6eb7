import { setImmediate as aTurn } from 'node:timers/promises';
import { fastify } from 'fastify';
import { LoopTurns } from '../loop-turns';
import { admitInTurns } from './admission';

describe('a crowd of requests', () => {
  it('begins a few at a time, and what is urgent does not wait for it', async () => {
    const server = fastify();
    const begun: string[] = [];
    admitInTurns(server, new LoopTurns());
    server.addHook('onRequest', (request, _reply, done) => {
      begun.push(request.url);
      done();
    });
    server.get('/*', () => 'ok');
    await server.ready();

    const crowd = Array.from({ length: 100 }, () => server.inject('/invoices'));
    const urgent = server.inject('/health/live');
    while (!begun.includes('/health/live')) await aTurn();
    expect(begun.length).toBeLessThan(50);

    const answers = await Promise.all([...crowd, urgent]);
    expect(answers.every(({ statusCode }) => statusCode === 200)).toBe(true);
    await server.close();
  });
});
