import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { HolderReports } from '../../api-keys';
import { CallThrottle } from '../../auth';
import { clientAddress } from '../../platform/http';

const callsPerMinute = 10;

/** Takes reports of secrets from anybody who holds them. */
@Injectable()
export class CredentialReports {
  constructor(
    private readonly reports: HolderReports,
    private readonly throttle: CallThrottle,
  ) {}

  /**
   * Counts a call, and only then reads what it reports.
   * @param read the secrets as they were found.
   * @throws 429 for more than ten calls a minute from one address, whatever they report; 503 when too many reports wait.
   */
  async take(request: FastifyRequest, read: () => readonly string[]): Promise<void> {
    const address = clientAddress(request);
    await this.throttle.count('report', address, callsPerMinute);
    this.reports.take(read(), address);
  }
}
