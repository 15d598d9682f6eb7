import { Inject, Injectable } from '@nestjs/common';
import { type ServicePermission } from '../../libs/permissions';
import { fieldFault } from '../../libs/problems';
import { chooseExpiry, latestExpiry, type ServiceKeyDraft } from '../api-keys';
import { Clock } from '../platform';
import { CONFIG, type Config } from '../platform/config';
import { invalidField } from '../platform/http';
import { type NewServiceKey } from './platform-service-keys.schema';

const maxDays = 365;

/** Reads the input for a service key. It is an operator's own power in a program, so it has an end, and in production a place. */
@Injectable()
export class NewServiceKeys {
  constructor(
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws 422 for an expiry in the past or beyond a year, and in production for a key that does more than verify, from anywhere. */
  read({ name, product, permissions, expiresAt, allowedAddresses = [] }: NewServiceKey): ServiceKeyDraft {
    const may = [...new Set<ServicePermission>(permissions ?? ['keys:verify'])];
    const isOpen = allowedAddresses.length === 0;
    if (this.config.mode === 'production' && isOpen && may.some((one) => one !== 'keys:verify'))
      throw invalidField('/allowedAddresses', fieldFault('required', {}));
    return {
      ...{ name, product: product ?? null, permissions: may },
      expiresAt: this.expiryOf(expiresAt),
      allowedAddresses: isOpen ? null : allowedAddresses,
    };
  }

  private expiryOf(asked: string | undefined): Date {
    const now = this.clock.now();
    const latest = latestExpiry(now, maxDays);
    const choice = chooseExpiry(asked ?? latest.toISOString(), now, latest);
    if (choice.ok) return choice.expiresAt;
    const { reason } = choice;
    const fault =
      reason === 'in-the-past' ? fieldFault('in-the-past', {}) : fieldFault('beyond-maximum', { maxDays });
    throw invalidField('/expiresAt', fault);
  }
}
