import { createHash } from 'node:crypto';
import { type FastifyRequest } from 'fastify';
import { type Principal } from '../../tenancy';
import { type AccessRequirement } from '../declarations';
import { invalidIdempotencyKey } from './idempotency.problems';

/** By what a request that is sent again is known. */
export interface IdempotentRequest {
  /** The text of the `Idempotency-Key`, which is stored nowhere. */
  readonly key: string;
  readonly principalHash: Buffer;
  readonly keyHash: Buffer;
  readonly route: string;
  readonly requestHash: Buffer;
  readonly held: readonly string[];
}

const visibleAscii = /^[!-~]{1,255}$/;

/** @returns null when the client sent no `Idempotency-Key`. @throws 400 for an invalid one. */
export function idempotentRequest(
  request: FastifyRequest,
  principal: Principal,
  requirement: AccessRequirement | null,
): IdempotentRequest | null {
  const sent = request.headers['idempotency-key'];
  if (sent === undefined) return null;
  if (typeof sent !== 'string' || !visibleAscii.test(sent)) throw invalidIdempotencyKey();
  const anyOf = requirement?.kind === 'permission' ? requirement.anyOf : [];
  return {
    key: sent,
    principalHash: hashOf(identityOf(principal)),
    keyHash: hashOf(sent),
    route: `${request.method} ${request.routeOptions.url ?? ''}`,
    // With the path: one key for two objects is two requests.
    requestHash: hashOf([request.url, request.body ?? null]),
    held: anyOf.filter((permission) => principal.permissions.includes(permission)),
  };
}

/** The same person or key, acting for the same company; whichever session it is, so that one may sign in again between. */
function identityOf({ company, user, key, operator }: Principal): unknown {
  return [company?.id ?? null, user?.id ?? null, key?.id ?? null, operator];
}

function hashOf(value: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(value)).digest();
}
