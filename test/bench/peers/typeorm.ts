import 'reflect-metadata';
import { Controller, Get, Injectable, Module } from '@nestjs/common';
import { InjectDataSource, TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { serveWithNest } from './nest';
import { peerTask } from './peer';

/* A Nest program on Fastify and TypeORM with one table and one route: what starting costs before there is a product. */

const url = process.env['DATABASE_URL'] ?? '';

@Injectable()
class Companies {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  first(): Promise<unknown> {
    return this.source.query('SELECT id FROM companies ORDER BY id LIMIT 1');
  }
}

@Controller('me')
class MeController {
  constructor(private readonly companies: Companies) {}

  @Get()
  get(): Promise<unknown> {
    return this.companies.first();
  }
}

@Module({
  imports: [TypeOrmModule.forRoot({ type: 'mysql', url })],
  controllers: [MeController],
  providers: [Companies],
})
class Bare {}

void serveWithNest(Bare, peerTask());
