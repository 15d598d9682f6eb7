import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fastify from 'fastify';
import { answerAlike, peerOptions, peerTask, serve } from './peer';

/* The API key plugin of better-auth behind Fastify, in memory or on SQLite: what another library of the field costs. */

interface Verifier {
  readonly key: string;
  readonly verify: (key: string) => Promise<boolean>;
}

const root = path.resolve(__dirname, '../../../..');

async function main(store: string): Promise<void> {
  const task = peerTask();
  const file = pathToFileURL(path.join(root, 'node_modules/.cache/bench-better-auth/verifier.mjs')).href;
  // A cast: it is plain JavaScript with packages of its own, which are not installed with ours.
  const { verifierOn } = (await import(file)) as { verifierOn: (store: string) => Promise<Verifier> };
  const { key, verify } = await verifierOn(store);
  const app = fastify(peerOptions);
  answerAlike(app, task);
  app.get('/me', async (request, reply) => {
    const given = request.headers['x-api-key'];
    // The key of the task is not of its making: it stands for the one that is.
    const isGood = given === task.key && (await verify(key));
    return isGood ? task.view : reply.code(401).send();
  });
  await serve(() => app.listen({ port: 0, host: '127.0.0.1' }));
}

void main(process.argv[3] ?? '');
