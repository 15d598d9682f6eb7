import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ActivationsService, PlatformProductsService } from '../operators';
import { ProductsService } from '../products';
import { demoProducts, demoProductsBuyer } from './demo-companies';
import { demoOperatorPrincipal, demoOwner } from './demo-owner';

/** Puts the demo products on sale; Lintas Pay asks for all of them and gets those that are shown as enabled. */
export async function seedDemoProducts(app: NestFastifyApplication): Promise<void> {
  const operator = await demoOperatorPrincipal(app);
  const buyer = await demoOwner(app, demoProductsBuyer);
  const company = buyer?.company ?? null;
  if (operator === null || buyer === null || company === null)
    throw new Error('The demo people were not made');
  for (const { code, name, enabled } of demoProducts) {
    await app.get(PlatformProductsService).create(operator, { code, name, grants: ['sales-invoices:read'] });
    await app.get(ProductsService).request(buyer, code);
    if (enabled) await app.get(ActivationsService).set(operator, company.id, code, true);
  }
}
