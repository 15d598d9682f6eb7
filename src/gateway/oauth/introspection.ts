import { Inject, Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type KeyEnvironment, keyEnvironments } from '../../../libs/api-key';
import { satisfies } from '../../../libs/permissions';
import { forbidden } from '../../access';
import { type KeyRecord, VerifyService } from '../../api-keys';
import { companyNamedIn, CredentialReader, KeyAuthentication, liveOnly } from '../../auth';
import { secondMs } from '../../platform';
import { CONFIG, type Config } from '../../platform/config';
import { malformedRequest } from '../../platform/http';
import { addressIn } from '../../platform/ip';
import { type Principal } from '../../tenancy';
import { decodedClient } from './decoded-client';
import { type Form, readForm, tokenIn } from './form';

const needed = 'keys:verify';
const inactive = { active: false } as const;

/** Tells services in the words of OAuth whether a key is good, and what it may do (RFC 7662). */
@Injectable()
export class Introspection {
  constructor(
    private readonly credentials: CredentialReader,
    private readonly keys: KeyAuthentication,
    private readonly verification: VerifyService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Counts one use, as every verification for a request does: a key that is only ever introspected is none that nobody uses.
   * @returns `{"active": false}` and nothing else for every key that is not good, or not the caller's business.
   * @throws 401, 403 or 429 for the caller's own key, 400 for the request.
   */
  async answer(request: FastifyRequest, reply: FastifyReply): Promise<object> {
    const principal = await this.authenticate(request, reply);
    const form = readForm(request.body);
    const text = tokenIn(form);
    const verdict = await this.verification.verdictFor(principal, text, {
      username: null,
      address: addressOf(form),
      userAgent: null,
      route: null,
      path: 'introspect',
      requestId: request.id,
      environments: [environmentOf(form)],
      required: null,
      cost: 1,
    });
    return verdict.code === 'VALID' ? toAnswer(verdict.key, this.config.http.publicUrl) : inactive;
  }

  private async authenticate(request: FastifyRequest, reply: FastifyReply): Promise<Principal> {
    const presented = decodedClient(this.credentials.readKey(request, null));
    const company = companyNamedIn(request);
    const asked = { required: needed, environments: liveOnly, opening: needed, company } as const;
    const { principal, headers } = await this.keys.authenticate(presented, asked, request);
    if (headers !== null) void reply.headers(headers);
    // As `AccessGuard`: a permission that a product protects elsewhere opens nothing here.
    if (!satisfies(principal.ability, needed)) throw forbidden();
    return principal;
  }
}

/** From where the key came to the caller: a key with allowed addresses is refused without. */
function addressOf(form: Form): string | null {
  const sent = form.get('address') ?? '';
  const address = sent === '' ? null : addressIn(sent);
  if (sent !== '' && address === null)
    throw malformedRequest({ detail: 'The parameter address is no address.' });
  return address;
}

function environmentOf(form: Form): KeyEnvironment {
  const sent = form.get('environment') ?? '';
  const known = keyEnvironments.find((one) => one === (sent === '' ? 'live' : sent));
  if (known === undefined) throw malformedRequest({ detail: 'The parameter environment is live or test.' });
  return known;
}

/** The claims that a gateway is told as well have the names that they have there. What there is not is left out. */
function toAnswer(key: KeyRecord, issuer: string): object {
  const { id, kind, environment, company, owner, product, issuedAt, facts } = key;
  const ends = [facts.expiresAt, facts.endsAt].flatMap((end) => end?.getTime() ?? []);
  return {
    active: true,
    scope: [...key.permissions, ...key.productPermissions].join(' '),
    ...{ client_id: id, sub: id, token_type: 'Bearer', iss: issuer },
    ...(product === null ? {} : { aud: product, product }),
    ...(owner === null ? {} : { username: owner.username }),
    ...(ends.length === 0 ? {} : { exp: toSeconds(Math.min(...ends)) }),
    ...(issuedAt === null ? {} : { iat: toSeconds(issuedAt.getTime()) }),
    ...{ company: company.slug, company_id: company.id, kind, environment },
  };
}

function toSeconds(ms: number): number {
  return Math.floor(ms / secondMs);
}
