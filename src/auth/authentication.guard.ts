import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Demand, demandOf, proofOf, setPrincipal, unauthenticated } from '../access';
import { CONFIG, type Config } from '../platform/config';
import { isCorePath } from '../platform/http';
import { type Principal } from '../tenancy';
import { findCredential } from './credential';
import { refuseForeignSite } from './csrf';
import { KeyAuthentication } from './key-authentication';
import { Presenting } from './presenting';
import { SessionAuthentication } from './session-authentication';

const readingMethods = ['GET', 'HEAD', 'OPTIONS'];

/** Who asks? Finds the one credential of a request and has it checked. Under `/core` only API keys count. */
@Injectable()
export class AuthenticationGuard implements CanActivate {
  constructor(
    private readonly presenting: Presenting,
    private readonly sessions: SessionAuthentication,
    private readonly keys: KeyAuthentication,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const demand = demandOf(context.getHandler(), context.getClass());
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const core = isCorePath(request.originalUrl);
    if (demand?.kind === 'public' && !core) return this.admitToPublic(request);
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    setPrincipal(request, await this.authenticate(request, reply, core, demand));
    return true;
  }

  /** Signing in, signing up and redeeming need no credentials, but another site must not make a browser do them. */
  private admitToPublic(request: FastifyRequest): boolean {
    if (!readingMethods.includes(request.method)) refuseForeignSite(request, this.config.http.publicUrl);
    return true;
  }

  private async authenticate(
    request: FastifyRequest,
    reply: FastifyReply,
    core: boolean,
    demand: Demand | null,
  ): Promise<Principal> {
    const credential = findCredential(request, !core && this.presenting.hasCookie(request));
    const presented = credential && (await this.presenting.read(request, credential));
    if (presented === null) throw unauthenticated();
    const anyOf = demand?.kind === 'permission' ? demand.anyOf : null;
    switch (presented.kind) {
      case 'session':
        if (!readingMethods.includes(request.method)) refuseForeignSite(request, this.config.http.publicUrl);
        return this.sessions.authenticate(presented.token, isForPasswords(demand) ? null : anyOf, request);
      case 'key': {
        const { principal, headers } = await this.keys.authenticate(presented, anyOf, request);
        if (headers !== null) void reply.headers(headers);
        return principal;
      }
    }
  }
}

/** Whether the access guard will refuse every session but one opened with a password: then nothing is asked of a key. */
function isForPasswords(demand: Demand | null): boolean {
  return demand !== null && demand.kind !== 'public' && proofOf(demand) === 'password';
}
