import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import {
  credentialsMissing,
  type AccessRequirement,
  proofOf,
  RouteDeclarations,
  setPrincipal,
  unauthenticated,
} from '../../access';
import { CONFIG, type Config } from '../../platform/config';
import { isCorePath } from '../../platform/http';
import { findCredential } from './credential';
import { assertSameSite } from './csrf';
import { companyUnexpected } from '../auth.problems';
import { type Authenticated, KeyAuthentication, type KeyRequest, requiredOfKey } from './key-authentication';
import { companyNamedIn } from './named-company';
import { CredentialReader } from './credential-reader';
import { SessionAuthentication } from './session-authentication';
import { type PresentedCredential } from './strategies/presented-credential';

const readingMethods = ['GET', 'HEAD', 'OPTIONS'];

const keyCarriers = 'as X-API-Key, as Authorization: Bearer, or with its username as Authorization: Basic';
const whereUnderCore = `No credentials were sent. Send an API key ${keyCarriers}. Cookies do not count here.`;
const where = `No credentials were sent. Sign in with POST /sessions for a session cookie, or send an API key ${keyCarriers}.`;

/**
 * Authenticates the caller: finds the one credential of a request and has it checked. Under `/core` only API keys count. A key that is
 * remembered is checked without a promise: each one costs every request of that key.
 */
@Injectable()
export class AuthenticationGuard implements CanActivate {
  constructor(
    private readonly declarations: RouteDeclarations,
    private readonly credentials: CredentialReader,
    private readonly sessions: SessionAuthentication,
    private readonly keys: KeyAuthentication,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const { requirement, opening } = this.declarations.of(context.getClass(), context.getHandler());
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const core = isCorePath(request.originalUrl);
    const company = companyNamedIn(request);
    if (requirement?.kind === 'public' && !core) {
      if (company !== null) throw companyUnexpected();
      return this.admitToPublic(request);
    }
    const credential = findCredential(request, !core && this.credentials.hasCookie(request));
    if (credential === null) throw credentialsMissing({ detail: core ? whereUnderCore : where });
    const presented = this.credentials.read(request, credential);
    if (presented === null) throw unauthenticated();
    if (presented.kind === 'session') {
      if (company !== null) throw companyUnexpected();
      return this.admitSession(presented.token, request, requirement);
    }
    const { required, environments } = requiredOfKey(requirement);
    const asked = { required, environments, opening, company };
    return this.admitKey(presented, request, http.getResponse<FastifyReply>(), asked);
  }

  /** Signing in, signing up and redeeming need no credentials, but another site must not make a browser do them. */
  private admitToPublic(request: FastifyRequest): boolean {
    if (!readingMethods.includes(request.method)) assertSameSite(request, this.config.http.publicUrl);
    return true;
  }

  private async admitSession(
    token: string,
    request: FastifyRequest,
    requirement: AccessRequirement | null,
  ): Promise<boolean> {
    if (!readingMethods.includes(request.method)) assertSameSite(request, this.config.http.publicUrl);
    const required = requiredOfKey(isForPasswords(requirement) ? null : requirement);
    setPrincipal(request, await this.sessions.authenticate(token, required, request));
    return true;
  }

  private admitKey(
    presented: Extract<PresentedCredential, { kind: 'key' }>,
    request: FastifyRequest,
    reply: FastifyReply,
    asked: KeyRequest,
  ): boolean | Promise<boolean> {
    const admit = ({ principal, headers }: Authenticated): boolean => {
      if (headers !== null) void reply.headers(headers);
      setPrincipal(request, principal);
      return true;
    };
    const known = this.keys.authenticate(presented, asked, request);
    return known instanceof Promise ? known.then(admit) : admit(known);
  }
}

/** Whether the access guard will refuse every session that was opened with a key: then nothing is asked of that. */
function isForPasswords(requirement: AccessRequirement | null): boolean {
  if (requirement === null || requirement.kind === 'public') return false;
  return ['key', 'password', 'password-or-machine'].includes(proofOf(requirement));
}
