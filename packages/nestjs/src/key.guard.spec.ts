import { Controller, Get, Module } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { KeyGuard, KunciModule, RequireKey, stubKunci } from '.';

const kunci = stubKunci({ good: { permissions: ['orders:read'] } });
const verify = jest.fn(kunci.verify);

@Controller('orders')
@RequireKey('orders:write')
class Orders {
  @Get()
  @RequireKey('orders:read')
  list(): string {
    return 'all';
  }

  @Get('new')
  make(): string {
    return 'made';
  }
}

@Controller('open')
class Other {
  @Get()
  list(): string {
    return 'all';
  }
}

@Module({
  imports: [KunciModule.forVerifier({ verify })],
  controllers: [Orders, Other],
  providers: [{ provide: APP_GUARD, useClass: KeyGuard }],
})
class AppModule {}

describe('the guard on a handler, its controller and the application', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    app = await NestFactory.create(AppModule, new FastifyAdapter(), { logger: false });
    await app.init();
  });
  afterAll(() => app.close());
  beforeEach(() => verify.mockClear());

  it.each([
    ['/orders', 'orders:read', 200],
    ['/orders/new', 'orders:write', 403],
    ['/open', undefined, 200],
  ])('asks about %s once for each request', async (url, permission, status) => {
    const get = () => app.inject({ url, headers: { 'x-api-key': 'good' } });

    expect([(await get()).statusCode, (await get()).statusCode]).toEqual([status, status]);
    expect(verify.mock.calls.map(([, question]) => question?.permission)).toEqual([permission, permission]);
  });
});
