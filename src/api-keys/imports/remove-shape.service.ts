import { Injectable } from '@nestjs/common';
import { type AppendedEvent } from '../../audit';
import { Receipts } from '../../cluster';
import { type Tx, UnitOfWork } from '../../platform/database';
import { notFound } from '../../platform/http';
import { type Principal } from '../../tenancy';
import { keyShapeInUse } from '../api-keys.problems';
import { type RemovedShape } from '../key-import.schema';
import { assertMayImport } from '../key-rights';
import { ImportProof } from './import-proof';
import { KeyShapes } from './key-shapes';
import { ShapeUses } from './shape-uses';

/** Removes a shape that was wrong, so that another can take its place. It is no way to end keys. */
@Injectable()
export class RemoveShapeService {
  constructor(
    private readonly shapes: KeyShapes,
    private readonly uses: ShapeUses,
    private readonly proof: ImportProof,
    private readonly units: UnitOfWork,
    private readonly receipts: Receipts,
  ) {}

  /**
   * @param force although keys wait for their first use. They are kept, and found again once they are sent again with a shape.
   * @throws 404; 409 `key-shape-in-use`, with force only where keys were used; 403 without the right to import keys of the
   * kinds that wait, and without the step-up of an import.
   */
  async remove(
    principal: Principal,
    id: string,
    force: boolean,
    stepUpToken: string | null,
  ): Promise<RemovedShape> {
    const event = await this.units.run((tx) => this.removeIn(principal, { id, force, stepUpToken }, tx));
    return { revocation: await this.receipts.awaitEffective(event) };
  }

  private async removeIn(
    principal: Principal,
    { id, force, stepUpToken }: Removal,
    tx: Tx,
  ): Promise<AppendedEvent> {
    const policy = await this.proof.lockCompany(principal, tx);
    const shape = await this.shapes.byId(principal, id, tx);
    if (shape === null) throw notFound();
    const { seen, unseen } = await this.uses.of(principal, id, tx);
    if (seen > 0 || (unseen > 0 && !force)) throw keyShapeInUse({ members: { seen, unseen } });
    for (const kind of await this.uses.kindsWaiting(principal, id, tx)) assertMayImport(principal, kind);
    await this.proof.prove(principal, { kind: 'company' }, policy, stepUpToken, tx);
    return this.shapes.remove(principal, shape, unseen, tx);
  }
}

interface Removal {
  readonly id: string;
  readonly force: boolean;
  readonly stepUpToken: string | null;
}
