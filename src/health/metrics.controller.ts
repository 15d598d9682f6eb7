import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Headers, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Public, unauthenticated } from '../access';
import { Metrics } from '../platform';
import { CONFIG, type Config } from '../platform/config';
import { Answers, notFound } from '../platform/http';

/** For whoever watches this server. Closed unless a setting opens it: figures about everyone are not for everyone. */
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
    summary: 'Metrics of this server',
    description:
      'The figures of all workers together. `METRICS=open` opens it to everybody, `METRICS_TOKEN` to whoever sends that as `Authorization: Bearer`.',
  })
  @ApiProduces('text/plain')
  @Answers(200, 'In the Prometheus text format.')
  @Answers(401, 'It is open with a token, and this is not the one.')
  @Answers(404, 'The metrics are closed.')
  async read(
    @Headers('authorization') authorization: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    this.assertReadable(authorization ?? '');
    void reply.type(this.metrics.contentType);
    return this.metrics.text();
  }

  private assertReadable(authorization: string): void {
    const { isOpen, token } = this.config.metrics;
    if (isOpen) return;
    if (token === null) throw notFound();
    if (!isSame(authorization, `Bearer ${token}`)) throw unauthenticated();
  }
}

/** In a time that says nothing of how much of it is right. */
function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(digestOf(given), digestOf(expected));
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
