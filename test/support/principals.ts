import { type Principal, principalWith } from '../../src/tenancy';

/** Who acts for this company without any rights, or for none. For what asks the database only. */
export function actingFor(company: { readonly id: string; readonly name: string } | null): Principal {
  return principalWith({
    company: company && {
      id: company.id,
      name: company.name,
      slug: 'a-slug',
      suspended: false,
      timeZone: 'UTC',
    },
    user: null,
    key: null,
    session: null,
    operator: false,
    method: 'password',
    permissions: [],
  });
}
