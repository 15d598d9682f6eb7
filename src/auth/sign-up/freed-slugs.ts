import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { CompanyEntity } from '../../companies';
import { Clock, dayMs } from '../../platform';
import { type Tx } from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';
import { UserDirectory } from '../../users';

const reservedMs = 180 * dayMs;

/** Frees the slugs of companies that were closed long ago. They are another's, so this is one of the doors past tenancy. */
@Injectable()
export class FreedSlugs {
  constructor(
    private readonly users: UserDirectory,
    private readonly clock: Clock,
  ) {}

  /**
   * Sets this slug aside for a new company, if only one has it that was closed 180 days ago or earlier, which still shows it; and the
   * usernames of its service accounts, which end with it.
   */
  async setAside(slug: string, tx: Tx): Promise<void> {
    const rows = managerOf(tx).getRepository(CompanyEntity);
    const closedAt = LessThanOrEqual(new Date(this.clock.now().getTime() - reservedMs));
    const former = await rows.findOneBy({ slug, closedAt });
    if (former === null) return;
    const { id } = former;
    // Nobody can type it: a slug has no colon.
    await rows.update({ id, slug }, { slug: `closed:${id}`, formerSlug: slug });
    await this.users.retireMachinesOf(id, tx);
  }
}
