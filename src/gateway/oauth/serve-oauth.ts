import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { type Logger } from 'pino';
import { introspectionPath, malformedRequest, problemOf, tracedBy } from '../../platform/http';
import { type CredentialReports } from './credential-reports';
import { readForm, tokenIn } from './form';
import { type Introspection } from './introspection';
import { oauthErrorOf } from './oauth-error';
import { metadataPath, revocationPath, serverMetadata } from './server-metadata';

/** What answers. */
export interface OAuthParts {
  readonly introspection: Introspection;
  readonly reports: CredentialReports;
  readonly log: Logger;
}

/**
 * Speaks OAuth with libraries that know nothing else: bodies are forms and refusals are those of RFC 6749. Past Nest, whose routes take
 * JSON and refuse with Problem Details. Not awaited, as `serveGateway`.
 */
export function serveOAuth(fastify: FastifyInstance, parts: OAuthParts): void {
  void fastify.register((scope, _options, done) => {
    acceptForms(scope);
    refuseAsOAuth(scope, parts.log);
    scope.addHook('onRequest', (request, _reply, next) => next(faultInAddress(request)));
    scope.post(introspectionPath, (request, reply) => parts.introspection.answer(request, reply));
    scope.post(revocationPath, async (request, reply) => {
      await parts.reports.take(request, () => [tokenIn(readForm(request.body))]);
      return reply.send();
    });
    done();
  });
}

/** It changes only with a restart, so everybody may keep it for a while. */
export function serveMetadata(fastify: FastifyInstance, publicUrl: string, keySetPath: string | null): void {
  const metadata = serverMetadata(publicUrl, keySetPath);
  fastify.get(metadataPath, (_request, reply) => {
    void reply.header('cache-control', 'public, max-age=300').send(metadata);
  });
}

function acceptForms(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, body),
  );
}

function refuseAsOAuth(scope: FastifyInstance, log: Logger): void {
  scope.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error);
    const { code, status: problemStatus } = problem.kind;
    if (problemStatus >= 500)
      log.error(
        { requestId: request.id, ...tracedBy(request.raw), code, err: problem.cause },
        problem.message,
      );
    const { status, headers, body } = oauthErrorOf(problem);
    void reply.status(status).headers(headers).send(body);
  });
}

/** What stands in an address is written into logs on the way, so nobody learns to put a secret there. */
function faultInAddress({ url }: FastifyRequest): Error | undefined {
  if (!url.includes('?')) return undefined;
  return malformedRequest({ detail: 'Send parameters in the body, as a form, and none in the address.' });
}
