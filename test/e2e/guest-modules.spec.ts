import { Controller, Get, Module } from '@nestjs/common';
import { Authenticated, Public } from '../../src/access';
import { type RunningApp } from '../../src/app.setup';
import { compose } from '../support/compose';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

@Controller('guest')
class GuestController {
  @Get('open')
  @Public()
  open(): object {
    return { open: true };
  }

  @Get('closed')
  @Authenticated()
  closed(): object {
    return { closed: true };
  }
}

@Module({ controllers: [GuestController] })
class Guest {}

@Controller('silent')
class SilentController {
  @Get()
  silent(): object {
    return {};
  }
}

@Module({ controllers: [SilentController] })
class Silent {}

describe('a module that somebody adds', () => {
  let database: TestDatabase;
  let running: RunningApp | null;

  beforeEach(async () => {
    database = await createTestDatabase();
    running = null;
  });
  afterEach(async () => {
    await running?.close();
    await database.drop();
  });

  async function start(guest: typeof Guest): Promise<RunningApp> {
    running = await compose(database.env, { guests: [guest] });
    return running;
  }

  it('401 stands behind the same guards', async () => {
    const { app } = await start(Guest);
    const open = await app.inject('/api/v1/guest/open');
    const closed = await app.inject('/api/v1/guest/closed');

    expect([open.statusCode, closed.statusCode]).toEqual([200, 401]);
  });

  it('keeps the server from booting with a route that says nothing', async () => {
    await expect(start(Silent)).rejects.toThrow('SilentController.silent');
  });
});
