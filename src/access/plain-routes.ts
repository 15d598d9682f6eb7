import { Injectable } from '@nestjs/common';
import { type AccessRequirement } from './declarations';

/** A route that Nest does not know, because its pipeline would cost more than the answer. */
export interface PlainRoute {
  /** `ANY /gateway/check` */
  readonly name: string;
  readonly requirement: AccessRequirement;
}

/** The plain routes of all modules, so that the census counts them, too. */
@Injectable()
export class PlainRoutes {
  private readonly declared: PlainRoute[] = [];

  get all(): readonly PlainRoute[] {
    return this.declared;
  }

  declare(route: PlainRoute): void {
    this.declared.push(route);
  }
}
