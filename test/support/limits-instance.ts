import { Background, Clock } from '../../src/platform';
import { Reader, UnitOfWork } from '../../src/platform/database';
import { createLogger } from '../../src/platform/logging';
import { KeyQuotaEntity, Limits } from '../../src/limits';
import { TokenLeases } from '../../src/limits/token-leases';
import { LimitsUpkeep } from '../../src/limits/limits-upkeep';
import { TokenReturns } from '../../src/limits/token-returns';
import { CoalescedRefill } from '../../src/limits/coalesced-refill';
import { type TestApp } from './test-app';
import { scopedRows } from './scoped-rows';

export interface LimitsInstance {
  readonly limits: Limits;
  readonly upkeep: LimitsUpkeep;
}

/** The limits of one more instance on the database of a test, as `LimitsModule` puts them together. */
export function anInstance({ app }: TestApp): LimitsInstance {
  const [units, reader, clock] = [app.get(UnitOfWork), app.get(Reader), app.get(Clock)];
  const returns = new TokenReturns(units);
  const tokenLeases = new TokenLeases(returns, clock);
  const refills = new CoalescedRefill(units, reader, returns, clock);
  const quotas = scopedRows(KeyQuotaEntity, reader, 'companyId');
  return {
    limits: new Limits(quotas, tokenLeases, refills, clock),
    upkeep: new LimitsUpkeep(tokenLeases, refills, returns, new Background(createLogger('silent'))),
  };
}
