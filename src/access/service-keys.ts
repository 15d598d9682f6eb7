import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { type ServicePermission } from '../../libs/permissions';
import { keyCredentials } from './declarations';

/** Which service keys a route is open to: those with a permission, or any. */
export type ServiceKeyOpening = ServicePermission | 'any';

const OPENING = 'kunci:service-keys';

const company = ApiHeader({
  name: 'Kunci-Company',
  required: false,
  description: 'Of a service key, and of nobody else: the id or the slug of the company that it acts for.',
});

/** Lets service keys with this permission call a route, beside those whom it requires. Without this, no service key calls it. */
export function OpenToServiceKeys(to: ServiceKeyOpening): MethodDecorator {
  return applyDecorators(SetMetadata(OPENING, to), ...(opensPlatform(to) ? keyCredentials() : [company]));
}

/** Which service keys a route is open to; null for none. */
export function serviceKeysOf(handler: object): ServiceKeyOpening | null {
  const declared: unknown = Reflect.getMetadata(OPENING, handler);
  // A cast: only the decorator above writes under this key.
  return (declared as ServiceKeyOpening | undefined) ?? null;
}

/** Whether this opens routes of the platform, on which a service key reaches all companies. On others it reaches the one it names. */
export function opensPlatform(to: ServiceKeyOpening): boolean {
  return to === 'companies:manage' || to === 'companies:approve';
}
