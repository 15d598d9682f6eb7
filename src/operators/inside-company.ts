import { type CompanyEntity } from '../companies';
import { type Principal, principalWith } from '../tenancy';

/** Reads and locks the rows of this company, in the name of nobody and without any right. The operator was checked before. */
export function insideCompany({
  id,
  name,
  slug,
  status,
}: Pick<CompanyEntity, 'id' | 'name' | 'slug'> & { readonly status: string }): Principal {
  return principalWith({
    company: { id, name, slug, suspended: status === 'suspended' },
    user: null,
    key: null,
    session: null,
    operator: false,
    method: 'password',
    permissions: [],
  });
}
