import { type Permission } from '../../libs/permissions';
import { type CompanyEntity } from '../companies';
import { utc } from '../platform/time-zones';
import { type Principal, principalWith } from '../tenancy';

/** In whose name an operator acts inside a company, and with which rights: in nobody's and with none, unless told. */
interface Inside {
  readonly permissions?: readonly Permission[];
  /** The operator, where the log of the company is to name them. */
  readonly user?: Principal['user'];
}

/** Reads and locks the rows of this company, and no other's. The operator was checked before. */
export function insideCompany(
  { id, name, slug, status }: Pick<CompanyEntity, 'id' | 'name' | 'slug'> & { readonly status: string },
  { permissions = [], user = null }: Inside = {},
): Principal {
  return principalWith({
    // What operators ask of a company names no days.
    company: { id, name, slug, suspended: status === 'suspended', timeZone: utc },
    user,
    key: null,
    session: null,
    operator: false,
    method: 'password',
    permissions,
  });
}
