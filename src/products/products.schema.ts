import { z } from 'zod';
import { pageOf } from '../platform/http';
import { activationStatuses } from './product-activation.entity';

export const productSchema = z
  .object({
    code: z.string(),
    name: z.string(),
    activation: z
      .enum(['none', ...activationStatuses])
      .describe('The company requests a product, and an operator enables or disables it.'),
  })
  .meta({ id: 'Product' });

export const productPage = pageOf(productSchema).meta({ id: 'ProductPage' });

export type ProductView = z.infer<typeof productSchema>;
