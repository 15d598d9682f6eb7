import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { PermissionCatalogue } from '../../libs/permissions';
import { CompanyEntity } from '../companies';
import { Reader } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { type Principal, principalWith } from '../tenancy';
import { UserEntity } from '../users';
import { demoOperator, ownerOf } from './demo-companies';

/** The Owner of a demo company, as they would be after signing in; null when the company or the person is gone. */
export async function demoOwner(app: NestFastifyApplication, slug: string): Promise<Principal | null> {
  const manager = managerOf(app.get(Reader));
  const company = await manager.findOneBy(CompanyEntity, { slug });
  const user = await manager.findOneBy(UserEntity, { username: ownerOf({ slug }) });
  if (company === null || user === null) return null;
  return principalWith({
    company: {
      ...{ id: company.id, name: company.name, slug, suspended: company.status === 'suspended' },
      timeZone: company.timeZone,
    },
    user: { id: user.id, username: user.username },
    key: null,
    session: null,
    operator: false,
    method: 'password',
    permissions: app.get(PermissionCatalogue).ofSystemRole('owner'),
  });
}

/** The demo operator, as they would be after signing in; null when they are gone. */
export async function demoOperatorPrincipal(app: NestFastifyApplication): Promise<Principal | null> {
  const user = await managerOf(app.get(Reader)).findOneBy(UserEntity, { username: demoOperator });
  if (user === null) return null;
  return principalWith({
    company: null,
    user: { id: user.id, username: user.username },
    key: null,
    session: null,
    operator: true,
    method: 'password',
    permissions: [],
  });
}

/** Whether there is any company at all. */
export async function hasCompanies(app: NestFastifyApplication): Promise<boolean> {
  return managerOf(app.get(Reader)).exists(CompanyEntity);
}
