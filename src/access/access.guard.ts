import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type PermissionExpression, satisfies } from '../../libs/permissions';
import { isMachine, isService, type Principal } from '../tenancy';
import {
  companySuspended,
  forbidden,
  keyRequired,
  passwordSessionRequired,
  sessionRequired,
  unauthenticated,
} from './access.problems';
import { type AuthenticatedBy, type AccessRequirement } from './declarations';
import { principalOf } from './request-principal';
import { RouteDeclarations } from './route-declarations';

const readingMethods = ['GET', 'HEAD', 'OPTIONS'];

/** Checks whether the caller may do what this route does, somewhere in their company. The service checks the object itself. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly declarations: RouteDeclarations) {}

  canActivate(context: ExecutionContext): boolean {
    const { requirement, opening } = this.declarations.of(context.getClass(), context.getHandler());
    // The census refuses to boot with such a route; this is the second fence.
    if (requirement === null) throw forbidden({ cause: 'the route declares nothing' });
    if (requirement.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const principal = principalOf(request);
    if (principal === null) throw unauthenticated();
    const isOfService = isService(principal);
    if (isOfService && opening === null) throw forbidden();
    // What a session with a key can never do, it is told so before its rights are looked at.
    if (principal.session !== null) assertProof(principal, proofOf(requirement));
    if (requirement.kind === 'permission') assertPermitted(principal, requirement, request.method);
    if (requirement.kind === 'operator' && !principal.operator) throw forbidden();
    // A service key has proved itself, and the route says that it is open to such keys.
    if (!isOfService) assertProof(principal, proofOf(requirement));
    return true;
  }
}

/** How one must have proved who one is. */
export function proofOf(requirement: Exclude<AccessRequirement, { kind: 'public' }>): AuthenticatedBy {
  return requirement.kind === 'operator' ? 'password' : requirement.by;
}

function assertPermitted(principal: Principal, required: PermissionExpression, method: string): void {
  if (!satisfies(principal.ability, required)) throw forbidden();
  if (principal.company?.suspended && !readingMethods.includes(method)) throw companySuspended();
}

function assertProof(principal: Principal, by: AuthenticatedBy): void {
  switch (by) {
    case 'any':
      return;
    case 'key':
      if (principal.session !== null) throw keyRequired();
      return;
    case 'session':
      if (principal.session === null) throw sessionRequired();
      return;
    case 'password':
      if (principal.session === null || principal.method !== 'password') throw passwordSessionRequired();
      return;
    case 'password-or-machine':
      if (!isMachine(principal)) assertProof(principal, 'password');
      return;
  }
}
