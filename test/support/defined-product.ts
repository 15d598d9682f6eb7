import { randomUUID } from 'node:crypto';
import { type Answer } from './client';
import { type TestOperator } from './operators';

/** A product with permissions of its own. Every one is another, and so are their names. */
export interface DefinedProduct {
  readonly code: string;
  /** The name of one of its permissions: `name('read')` is something like `orders-1f2e:read`. */
  name(action: string): string;
  /** As the body of a request wants them. */
  permissions(...actions: string[]): { name: string; label: string }[];
  /** Gives it to a company, or takes it. */
  enable(companyId: string, enabled?: boolean): Promise<Answer>;
}

export async function aDefinedProduct(
  operator: TestOperator,
  actions: readonly string[],
  more: object = {},
): Promise<DefinedProduct> {
  const tail = randomUUID().slice(0, 8);
  const code = `orders-${tail}`;
  const name = (action: string): string => `${code}:${action}`;
  const permissions = (...some: string[]) =>
    some.map((action) => ({ name: name(action), label: `Label of ${action}` }));
  const body = { code, name: 'Orders', grants: [], permissions: permissions(...actions), ...more };
  const made = await operator.client.post('/platform/products', body);
  if (made.status !== 201) throw new Error(`No product was made: ${JSON.stringify(made.body)}`);
  return {
    ...{ code, name, permissions },
    enable: (companyId, enabled = true) =>
      operator.client.put(`/platform/companies/${companyId}/products/${code}`, { enabled }),
  };
}
