import { Inject, Injectable } from '@nestjs/common';
import { type ServicePermission } from '../../libs/permissions';
import { fieldFault } from '../../libs/problems';
import { chooseExpiry, latestExpiry, type ServiceKeyDraft } from '../api-keys';
import { Clock } from '../platform';
import { CONFIG, type Config } from '../platform/config';
import { type Tx } from '../platform/database';
import { invalidField } from '../platform/http';
import { toBlock } from '../platform/ip';
import { momentsOf, utc } from '../platform/time-zones';
import { StepUpService } from '../step-up';
import { type Principal } from '../tenancy';
import { type NewServiceKey } from './platform-service-keys.schema';

const maxDays = 365;

/** What comes before a service key is made. It is an operator's own power in a program, so it has an end, and in production a place. */
@Injectable()
export class NewServiceKeys {
  constructor(
    private readonly stepUp: StepUpService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws 422 for an expiry in the past or beyond a year, for a gateway that may not verify, and in production for addresses as `assertPlace`. */
  read(input: NewServiceKey): ServiceKeyDraft {
    const { name, product, permissions, allowedAddresses = [], gateway } = input;
    const may = [...new Set<ServicePermission>(permissions ?? ['keys:verify'])];
    if (gateway !== undefined && !may.includes('keys:verify'))
      throw invalidField('/gateway', fieldFault('not-allowed', {}));
    const isOpen = allowedAddresses.length === 0;
    const isNarrow = product !== undefined && may.every((one) => one === 'keys:verify');
    if (this.config.mode === 'production') assertPlace(allowedAddresses, isNarrow);
    return {
      ...{ name, product: product ?? null, permissions: may },
      expiresAt: this.expiryOf(input),
      allowedAddresses: isOpen ? null : allowedAddresses,
      audiences: gateway === undefined ? null : [...new Set(gateway.audiences)],
    };
  }

  /** In production, where it is asked for, spends the operator's step-up token. @throws 403 `step-up-required`. */
  async prove(principal: Principal, token: string | null, tx: Tx): Promise<void> {
    if (this.config.mode === 'production') await this.stepUp.spendForService(principal, token, tx);
  }

  private expiryOf({ expiresAt: asked, timeZone = utc }: NewServiceKey): Date {
    const now = this.clock.now();
    const latest = latestExpiry(now, maxDays);
    const choice = chooseExpiry(momentsOf(asked ?? latest.toISOString(), timeZone), now, latest);
    if (choice.ok) return choice.expiresAt;
    const { reason } = choice;
    const fault =
      reason === 'in-the-past' ? fieldFault('in-the-past', {}) : fieldFault('beyond-maximum', { maxDays });
    throw invalidField('/expiresAt', fault);
  }
}

/** @throws 422 for none, unless the key only verifies and only for one product, and for a block of all addresses, which is no place. */
function assertPlace(allowedAddresses: readonly string[], isNarrow: boolean): void {
  if (allowedAddresses.length === 0 && !isNarrow)
    throw invalidField('/allowedAddresses', fieldFault('required', {}));
  const everywhere = allowedAddresses.findIndex((text) => toBlock(text)[1] === 0);
  if (everywhere !== -1)
    throw invalidField(
      `/allowedAddresses/${everywhere}`,
      fieldFault('not-allowed', {}, 'must not be all addresses'),
    );
}
