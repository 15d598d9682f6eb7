import fastify from 'fastify';
import { peerTask, serve } from './peer';

/* Fastify alone, with neither a log nor header fields of ours: the floor under everything here. */

const { view } = peerTask();
const app = fastify();
app.get('/me', () => view);
app.get('/empty', (_request, reply) => reply.send());
void serve(() => app.listen({ port: 0, host: '127.0.0.1' }));
