import fastify from 'fastify';
import { answer } from '../answering';
import { type ServerAnswers } from './server';

/* Fastify alone, with one route that answers what it is told to. */

async function main(view: string): Promise<void> {
  const app = fastify();
  const body: unknown = JSON.parse(view);
  app.get('/me', () => body);
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  process.once('SIGTERM', () => process.exit(0));
  const answers: ServerAnswers = {
    address: () => address,
    cpuUs: () => {
      const { user, system } = process.cpuUsage();
      return user + system;
    },
  };
  answer(answers);
}

void main(process.argv[2] ?? '{}');
