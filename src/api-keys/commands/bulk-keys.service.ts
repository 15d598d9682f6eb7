import { Injectable } from '@nestjs/common';
import { forbidden } from '../../access';
import { type AppendedEvent } from '../../audit';
import { Receipts } from '../../cluster';
import { type Tx, UnitOfWork } from '../../platform/database';
import { Problem } from '../../platform/http';
import { isMachine, type Principal } from '../../tenancy';
import {
  bulkRefusals,
  type KeyBulk,
  type KeyBulkProblem,
  type KeyBulkResult,
  type KeyBulkResults,
} from '../key-bulk.schema';
import { kindsAllowing } from '../key-rights';
import { ListKeysService } from '../lists/list-keys.service';
import { type BulkStep, BulkSteps } from './bulk-steps';
import { KeyCommandGuards } from './key-command-guards';

/** Revokes, disables or enables several keys in one unit of work. What keeps one of them from it keeps no other. */
@Injectable()
export class BulkKeysService {
  constructor(
    private readonly steps: BulkSteps,
    private readonly guards: KeyCommandGuards,
    private readonly list: ListKeysService,
    private readonly units: UnitOfWork,
    private readonly receipts: Receipts,
  ) {}

  /**
   * @returns a result for each key, in the order of the request, and one receipt for all of them.
   * @throws 403 without the right to any kind, and 403 `step-up-required`: then no key is changed.
   */
  async act(principal: Principal, input: KeyBulk, stepUpToken: string | null): Promise<KeyBulkResults> {
    if (kindsAllowing(principal, rightTo(input)).length === 0) throw forbidden();
    const { results, event } = await this.units.run((tx) => this.actIn(tx, principal, input, stepUpToken), {
      ends: input.action !== 'enable',
    });
    if (event === null) return { results };
    return { results, revocation: await this.receipts.awaitEffective(event) };
  }

  private async actIn(
    tx: Tx,
    principal: Principal,
    input: KeyBulk,
    token: string | null,
  ): Promise<{ results: KeyBulkResult[]; event: AppendedEvent | null }> {
    const looked = await this.look(principal, input, tx);
    const steps = [...looked.values()].filter((found) => 'key' in found);
    const changing = steps.filter(({ carryOut }) => carryOut !== null);
    await this.prove(principal, input, changing, token, tx);
    const event = (await carryOut(changing)) ?? (await this.earlier(principal, steps, tx));
    const shown = await this.list.actedOnAll(
      principal,
      steps.map(({ key }) => key.id),
      tx,
    );
    const results = input.ids.map((id): KeyBulkResult => {
      const [key, found] = [shown.get(id), looked.get(id)];
      if (key !== undefined) return { id, ok: true, key };
      if (found === undefined || 'key' in found) throw new Error('A key that was acted on is not there.');
      return { id, ok: false, problem: found };
    });
    return { results, event };
  }

  private async look(
    principal: Principal,
    input: KeyBulk,
    tx: Tx,
  ): Promise<ReadonlyMap<string, BulkStep | KeyBulkProblem>> {
    const keyOf = await this.guards.findSeveral(principal, rightTo(input), input.ids, tx);
    const found = new Map<string, BulkStep | KeyBulkProblem>();
    for (const id of input.ids) {
      try {
        found.set(id, await this.steps.of(principal, input, keyOf(id), tx));
      } catch (error) {
        found.set(id, refusalIn(error));
      }
    }
    return found;
  }

  private async prove(
    principal: Principal,
    { action, ids }: KeyBulk,
    changing: readonly BulkStep[],
    token: string | null,
    tx: Tx,
  ): Promise<void> {
    if (action === 'disable' || isMachine(principal)) return;
    const keys = changing.map(({ key }) => key);
    await this.guards.proveForSeveral(principal, action, { ids, keys }, token, tx);
  }

  /** Where nothing is left to do, the last of the acts that did it. */
  private async earlier(
    principal: Principal,
    steps: readonly BulkStep[],
    tx: Tx,
  ): Promise<AppendedEvent | null> {
    let last: AppendedEvent | null = null;
    for (const { doneBy } of steps) {
      if (doneBy.length === 0) continue;
      const event = await this.receipts.earlier(principal, doneBy, tx);
      if (last === null || event.position > last.position) last = event;
    }
    return last;
  }
}

function rightTo({ action }: KeyBulk): 'revoke' | 'update' {
  return action === 'revoke' ? 'revoke' : 'update';
}

/** @returns the last event, whose position is beyond those of the others. */
async function carryOut(steps: readonly BulkStep[]): Promise<AppendedEvent | null> {
  let last: AppendedEvent | null = null;
  for (const step of steps) last = (await step.carryOut?.()) ?? last;
  return last;
}

/** @throws what is no refusal of one key. */
function refusalIn(error: unknown): KeyBulkProblem {
  const code = error instanceof Problem ? bulkRefusals.find((one) => one === error.kind.code) : undefined;
  if (!(error instanceof Problem) || code === undefined) throw error;
  const { kind, details } = error;
  const missing = details.members?.['missing'];
  return {
    code,
    status: kind.status,
    detail: details.detail ?? kind.title,
    ...(Array.isArray(missing) ? { missing: missing.map(String) } : {}),
  };
}
