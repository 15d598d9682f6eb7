import { type Type } from '@nestjs/common';
import { type Demand, DEMAND } from './declarations';

/** What a route says it demands, or null when neither it nor its controller says anything. */
export function demandOf(handler: object, controller: Type): Demand | null {
  const declared: unknown = Reflect.getMetadata(DEMAND, handler) ?? Reflect.getMetadata(DEMAND, controller);
  // A cast: only the decorators of `declarations.ts` write under this key.
  return (declared as Demand | undefined) ?? null;
}
