import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type FastifyAdapter } from '@nestjs/platform-fastify';
import { CONFIG, type Config } from '../platform/config';
import { serveConsole } from './serve-console';

/** Serves the console at `/`. It has no controllers: these are files for anyone, outside the API and its document. */
@Module({})
export class ConsoleHostModule implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    serveConsole(this.host.httpAdapter.getInstance(), this.config);
  }
}
