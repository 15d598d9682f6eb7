import { type Type } from '@nestjs/common';
import { type AccessRequirement, ACCESS_REQUIREMENT } from './declarations';

/** What a route says it requires, or null when neither it nor its controller says anything. */
export function requirementOf(handler: object, controller: Type): AccessRequirement | null {
  const declared: unknown =
    Reflect.getMetadata(ACCESS_REQUIREMENT, handler) ?? Reflect.getMetadata(ACCESS_REQUIREMENT, controller);
  // A cast: only the decorators of `declarations.ts` write under this key.
  return (declared as AccessRequirement | undefined) ?? null;
}
