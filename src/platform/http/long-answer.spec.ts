import { Controller, Get, Module, Req } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyRequest } from 'fastify';
import { createLogger } from '../logging';
import { fastifyAdapter } from './fastify';
import { isLongAnswer, LongAnswer } from './long-answer';
import { ProblemAnswers } from './problem-answers';

@Controller()
class Answering {
  @Get('short')
  short(@Req() request: FastifyRequest): { long: boolean } {
    return { long: isLongAnswer(request.routeOptions) };
  }

  @Get('long')
  @LongAnswer()
  long(@Req() request: FastifyRequest): { long: boolean } {
    return { long: isLongAnswer(request.routeOptions) };
  }
}

@Module({ controllers: [Answering] })
class AnsweringModule {}

describe('a long answer', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    const config = {
      host: '127.0.0.1',
      port: 0,
      publicUrl: 'http://127.0.0.1',
      basePath: '',
      trustProxy: false,
      corsOrigins: [],
    } as const;
    const adapter = fastifyAdapter(
      config,
      { page: {}, api: {}, gateway: {} },
      new ProblemAnswers(createLogger('silent')),
    );
    app = await NestFactory.create<NestFastifyApplication>(AnsweringModule, adapter, {
      logger: false,
      bodyParser: false,
    });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(() => app.close());

  it.each([
    ['/short', false],
    ['/long', true],
  ])('is one where its handler says so: %s', async (url, long) => {
    expect((await app.inject({ method: 'GET', url })).json()).toEqual({ long });
  });
});
