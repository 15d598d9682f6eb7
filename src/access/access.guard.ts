import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { allows, type Permission } from '../../libs/permissions';
import { type Principal } from '../tenancy';
import {
  companySuspended,
  forbidden,
  passwordSessionRequired,
  sessionRequired,
  unauthenticated,
} from './access.problems';
import { type AuthenticatedBy, type Demand } from './declarations';
import { demandOf } from './demand-of';
import { principalOf } from './request-principal';

const readingMethods = ['GET', 'HEAD', 'OPTIONS'];

/** May who asks do what this route does, somewhere in their company? The service asks again about the object at hand. */
@Injectable()
export class AccessGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const demand = demandOf(context.getHandler(), context.getClass());
    // The census refuses to boot with such a route; this is the second fence.
    if (demand === null) throw forbidden({ cause: 'the route declares nothing' });
    if (demand.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const principal = principalOf(request);
    if (principal === null) throw unauthenticated();
    // What a session with a key can never do, it is told so before its rights are looked at.
    if (principal.session !== null) refuseOtherProof(principal, proofOf(demand));
    if (demand.kind === 'permission') refuseWithoutRight(principal, demand.anyOf, request.method);
    if (demand.kind === 'operator' && !principal.operator) throw forbidden();
    refuseOtherProof(principal, proofOf(demand));
    return true;
  }
}

/** How one must have proved who one is. */
export function proofOf(demand: Exclude<Demand, { kind: 'public' }>): AuthenticatedBy {
  return demand.kind === 'operator' ? 'password' : demand.by;
}

function refuseWithoutRight(principal: Principal, anyOf: readonly Permission[], method: string): void {
  if (!anyOf.some((permission) => allows(principal.ability, permission))) throw forbidden();
  if (principal.company?.suspended && !readingMethods.includes(method)) throw companySuspended();
}

function refuseOtherProof(principal: Principal, by: AuthenticatedBy): void {
  switch (by) {
    case 'any':
      return;
    case 'session':
      if (principal.session === null) throw sessionRequired();
      return;
    case 'password':
      if (principal.session === null || principal.method !== 'password') throw passwordSessionRequired();
      return;
  }
}
