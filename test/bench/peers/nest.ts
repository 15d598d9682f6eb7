import { type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { answerAlike, peerOptions, serve } from './peer';
import { type PeerTask } from './task';

/** Serves a module with Nest on Fastify, as both are out of the box. */
export function serveWithNest(module: Type, task: PeerTask): Promise<void> {
  return serve(async () => {
    const adapter = new FastifyAdapter(peerOptions);
    answerAlike(adapter.getInstance(), task);
    const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { logger: false });
    await app.listen(0, '127.0.0.1');
    return app.getUrl();
  });
}
