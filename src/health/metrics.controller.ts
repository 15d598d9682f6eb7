import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Public } from '../access';
import { Metrics } from '../platform';
import { CONFIG, type Config } from '../platform/config';
import { Answers, notFound } from '../platform/http';

/** For whoever watches this instance. Closed unless `METRICS` opens it: figures about everyone are not for everyone. */
@ApiTags('Health')
@Controller('metrics')
@Public()
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'getMetrics',
    summary: 'Metrics of this instance, if METRICS is open',
  })
  @ApiProduces('text/plain')
  @Answers(200, 'In the Prometheus text format.')
  @Answers(404, 'The metrics are closed.')
  async read(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    if (this.config.metrics === 'closed') throw notFound();
    void reply.type(this.metrics.contentType);
    return this.metrics.text();
  }
}
