import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';
import { type EventCatalogue } from '../../../libs/events';
import {
  fieldFaultCodes,
  fieldFormats,
  fieldReferences,
  type ProblemCatalogue,
} from '../../../libs/problems';
import { type HttpConfig } from '../config';
import { programVersion } from '../version';

/** What is wrong with one field. */
export const fieldErrorSchema = z.object({
  pointer: z
    .string()
    .describe(
      'A JSON Pointer to the field; in a query `/` and the name of the parameter. Empty for the whole body.',
    ),
  code: z.enum(fieldFaultCodes).describe('Stable; switch on this, and translate by it.'),
  params: z
    .record(z.string(), z.union([z.string(), z.number(), z.array(z.string()).readonly()]))
    .describe(
      'Limits and names, such as `min`, `max` or `allowed`. Never what was sent. A `format` is one of ' +
        `${listed(fieldFormats)}, a \`resource\` one of ${listed(fieldReferences)}; a module may name its own.`,
    ),
  detail: z.string().describe('In English, for developers.'),
});

const problemSchema = (codes: readonly string[]) =>
  z.looseObject({
    type: z.string().describe('The address of a page about the code: what happened, and what to do.'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.enum(codes).describe('Stable; switch on this. A later version may have more of them.'),
    requestId: z.string().describe('Name it when you ask for help.'),
    traceId: z
      .string()
      .optional()
      .describe('The trace of the request, where it came with a `traceparent` (W3C Trace Context).'),
    errors: z.array(fieldErrorSchema).optional().describe('For 422: what is wrong with which field.'),
  });

/** What the document lists of this server. */
export interface Contract {
  /** In the order in which the documentation shows them. */
  readonly tags: readonly string[];
  readonly problems: ProblemCatalogue;
  readonly events: EventCatalogue;
}

/**
 * The OpenAPI 3.1 document of every route, from the zod schemas that also check the requests.
 * @param http where the server is found, for programs that read the document from a file
 */
export function openApiDocument(
  app: NestFastifyApplication,
  { tags, problems, events }: Contract,
  { publicUrl }: Pick<HttpConfig, 'publicUrl'>,
): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Kunci')
    .setVersion(programVersion)
    .setDescription(
      'Issue, govern, use and retire API keys. Everything under `/api/v1` is also under `/core/api/v1`, where only API keys ' +
        'count. Refusals are `application/problem+json` (RFC 9457).',
    )
    .setLicense('Proprietary', 'urn:kunci:licence')
    .addServer(publicUrl)
    // First, for it is what programs that read the document offer first.
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-API-Key' }, 'apiKey')
    .addCookieAuth(
      'kunci_session',
      { type: 'apiKey', in: 'cookie', description: 'Set by signing in.' },
      'session',
    )
    .addSecurity('bearer', { type: 'http', scheme: 'bearer', description: 'The key as it is.' })
    .addBasicAuth({ type: 'http', scheme: 'basic', description: 'Username and key.' }, 'basic')
    .addSecurityRequirements('apiKey');
  for (const tag of tags) builder.addTag(tag);
  const document = SwaggerModule.createDocument(app, builder.build(), { autoTagControllers: false });
  return withEventTypes(withProblems(document, problems.codes), events.types);
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

/** Every operation can be refused in ways that need no listing one by one. */
function withProblems(document: OpenAPIObject, codes: readonly string[]): OpenAPIObject {
  const refusal = {
    description: 'A refusal.',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path)) {
      if (isOperation(operation)) operation.responses['default'] = refusal;
    }
  }
  const { $schema: _, ...schema } = z.toJSONSchema(problemSchema(codes));
  // A cast: JSON Schema 2020-12 is the schema language of OpenAPI 3.1; the types of the library are those of 3.0.
  const problem = schema as NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];
  const components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problem },
  };
  return { ...document, components };
}

/** The schema of an event does not know which modules there are, so the list of types comes into it here. */
function withEventTypes(document: OpenAPIObject, types: readonly string[]): OpenAPIObject {
  const { Event: event } = document.components?.schemas ?? {};
  const type = event !== undefined && 'properties' in event ? event.properties?.['type'] : undefined;
  if (type === undefined) throw new Error('The OpenAPI document has no Event with a type.');
  Object.assign(type, { enum: types });
  return document;
}

function isOperation(value: unknown): value is { responses: Record<string, unknown> } {
  return typeof value === 'object' && value !== null && 'responses' in value;
}
