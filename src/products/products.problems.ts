import { problem } from '../platform/http';

export const productDisabled = problem(
  'product-disabled',
  409,
  'The platform has switched this product off for the company; asking again does not change that.',
);
