import { Background, Clock } from '../../src/platform';
import { Reader, UnitOfWork } from '../../src/platform/database';
import { createLogger } from '../../src/platform/logging';
import { KeyQuotaEntity, Limits } from '../../src/limits';
import { Holdings } from '../../src/limits/holdings';
import { LimitsUpkeep } from '../../src/limits/limits-upkeep';
import { Returns } from '../../src/limits/returns';
import { SharedTakes } from '../../src/limits/shared-takes';
import { type TestApp } from './test-app';
import { scopedRows } from './scoped-rows';

export interface LimitsInstance {
  readonly limits: Limits;
  readonly upkeep: LimitsUpkeep;
}

/** The limits of one more instance on the database of a test, as `LimitsModule` puts them together. */
export function anInstance({ app }: TestApp): LimitsInstance {
  const [units, reader, clock] = [app.get(UnitOfWork), app.get(Reader), app.get(Clock)];
  const returns = new Returns(units);
  const holdings = new Holdings(returns, clock);
  const takes = new SharedTakes(units, reader, returns, clock);
  const quotas = scopedRows(KeyQuotaEntity, reader, 'companyId');
  return {
    limits: new Limits(quotas, holdings, takes, clock),
    upkeep: new LimitsUpkeep(holdings, takes, returns, new Background(createLogger('silent'))),
  };
}
