import { applyDecorators, SetMetadata, UseGuards } from '@nestjs/common';
import { KeyGuard } from './key.guard';
import { type KeyRequirement, keyRequirement } from './key-requirement';

/**
 * Lets only requests with a good key reach a handler, or every handler of a controller. A handler's own replaces its controller's.
 *
 * @param permission one name, or several with `AND`, `OR` and parentheses; without it any good key will do.
 */
export function RequireKey(
  permission?: string,
  options: Omit<KeyRequirement, 'permission'> = {},
): ClassDecorator & MethodDecorator {
  const requirement: KeyRequirement = { ...options, ...(permission === undefined ? {} : { permission }) };
  return applyDecorators(SetMetadata(keyRequirement, requirement), UseGuards(KeyGuard));
}
