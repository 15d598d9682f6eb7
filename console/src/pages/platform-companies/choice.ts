import type { Schemas } from '../../api/client';

export type Company = Schemas['PlatformCompany'];

/** In the order of a company's life. */
export const statuses = ['onboarding', 'in_review', 'approved', 'rejected', 'suspended', 'closed'] as const;

export function isStatus(text: string): text is Company['status'] {
  return (statuses as readonly string[]).includes(text);
}

/** A product as it is switched off. */
export interface NamedProduct {
  readonly code: string;
  readonly name: string;
}

type Act =
  'approve' | 'reject' | 'approveName' | 'rejectName' | 'suspend' | 'reinstate' | 'products' | 'disable';

/** What an operator is about to do, and to whom, as they saw it. */
export type Choice =
  | { readonly act: Exclude<Act, 'disable'>; readonly company: Company }
  | { readonly act: 'disable'; readonly company: Company; readonly product: NamedProduct };

/** The company as it is after one of its products was switched, for a dialog that is open meanwhile. */
export function withProduct(
  company: Company,
  code: string,
  activation: Company['products'][number]['activation'],
): Company {
  const others = company.products.filter((product) => product.code !== code);
  return { ...company, products: [...others, { code, activation }] };
}
