import { problem } from '../platform/http';

export const companyNotInReview = problem(
  'company-not-in-review',
  409,
  'Only a company that is in review can be approved or rejected.',
);
export const companyAlreadySuspended = problem(
  'company-already-suspended',
  409,
  'This company is suspended already.',
);
export const companyNotSuspended = problem('company-not-suspended', 409, 'This company is not suspended.');
export const ownCompany = problem(
  'own-company',
  403,
  'Nobody decides in favour of a company they are a member of.',
);
export const productCodeTaken = problem('product-code-taken', 409, 'There is a product with this code.');
