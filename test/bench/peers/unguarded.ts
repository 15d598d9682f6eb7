import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { serveWithNest } from './nest';
import { peerTask } from './peer';

/* Nest on Fastify with one route and no guard: the least that a Nest program does. */

const task = peerTask();

@Controller('me')
class MeController {
  @Get()
  get(): unknown {
    return task.view;
  }
}

@Module({ controllers: [MeController] })
class Unguarded {}

void serveWithNest(Unguarded, task);
