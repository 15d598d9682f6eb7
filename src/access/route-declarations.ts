import { Injectable, type Type } from '@nestjs/common';
import { type AccessRequirement } from './declarations';
import { requirementOf } from './requirement-of';
import { type ServiceKeyOpening, serviceKeysOf } from './service-keys';

/** What a route says of its callers. */
export interface RouteDeclaration {
  /** Null when neither it nor its controller says anything. */
  readonly requirement: AccessRequirement | null;
  /** Which service keys it is open to; null for none. */
  readonly opening: ServiceKeyOpening | null;
}

/**
 * What routes declare, each read from its decorators when it is first called. To read that of every request takes one twenty-fifth of what
 * a request with a key costs.
 */
@Injectable()
export class RouteDeclarations {
  // By controller first: one that inherits a handler may declare something else for it.
  private readonly known = new Map<Type, Map<object, RouteDeclaration>>();

  of(controller: Type, handler: object): RouteDeclaration {
    return this.known.get(controller)?.get(handler) ?? this.read(controller, handler);
  }

  private read(controller: Type, handler: object): RouteDeclaration {
    const declared = { requirement: requirementOf(handler, controller), opening: serviceKeysOf(handler) };
    const ofController = this.known.get(controller) ?? new Map<object, RouteDeclaration>();
    this.known.set(controller, ofController.set(handler, declared));
    return declared;
  }
}
