import 'reflect-metadata';
import { createHmac, randomBytes } from 'node:crypto';
import { Controller, Get, Injectable, Module, UseGuards } from '@nestjs/common';
import { AuthGuard, PassportModule, PassportStrategy } from '@nestjs/passport';
import { LRUCache } from 'lru-cache';
import { HeaderAPIKeyStrategy } from 'passport-headerapikey';
import { serveWithNest } from './nest';
import { peerTask } from './peer';

/*
 * The guard that tutorials arrive at: AuthGuard, passport-headerapikey, and an LRU cache of keys by their HMAC. It knows no company,
 * no permission, no limit, no address and no revocation.
 */

const task = peerTask();
const pepper = randomBytes(32);
const digestOf = (key: string): string => createHmac('sha256', pepper).update(key).digest('hex');
const remembered = new LRUCache<string, { readonly name: string }>({ max: 100_000, ttl: 60_000 });
remembered.set(digestOf(task.key), { name: 'key 0' }, { ttl: 0 });

@Injectable()
class ApiKeyStrategy extends PassportStrategy(HeaderAPIKeyStrategy, 'api-key') {
  constructor() {
    super({ header: 'X-API-Key', prefix: '' }, false);
  }

  validate(key: string): { readonly name: string } | false {
    return remembered.get(digestOf(key)) ?? false;
  }
}

@Controller('me')
class MeController {
  @Get()
  @UseGuards(AuthGuard('api-key'))
  get(): unknown {
    return task.view;
  }
}

@Module({ imports: [PassportModule], controllers: [MeController], providers: [ApiKeyStrategy] })
class Naive {}

void serveWithNest(Naive, task);
