import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../access';
import { secondMs } from '../platform';
import { DATABASE, type Database, isOutOfRoom } from '../platform/database';
import { Answers } from '../platform/http';
import { notReady } from './health.problems';
import { type Health, healthSchema } from './health.schema';

/** For whoever starts, stops and routes to this instance. */
@ApiTags('Health')
@Controller('health')
@Public()
export class HealthController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** Asks nothing else: a process must not be killed because its database is away. */
  @Get('live')
  @ApiOperation({ operationId: 'getLiveness', summary: 'Does this instance run?' })
  @Answers(200, 'The instance runs.', healthSchema)
  live(): Health {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({ operationId: 'getReadiness', summary: 'Can this instance serve requests?' })
  @Answers(200, 'The instance can serve requests.', healthSchema)
  @Answers(503, 'Its database does not answer within a second, or cannot write.')
  async ready(): Promise<Health> {
    try {
      await withinASecond(this.database.ping());
    } catch (error) {
      const detail = isOutOfRoom(error) ? { detail: 'There is no room left to write.' } : {};
      throw notReady({ ...detail, cause: error, headers: { 'retry-after': '1' } });
    }
    return { status: 'ok' };
  }
}

/** A database that hangs is as little use as one that is away, and who probes gives up soon. */
function withinASecond(answer: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The database did not answer within a second')), secondMs);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
