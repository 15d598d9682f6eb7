import { type OpenAPIObject } from '@nestjs/swagger';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { fieldFaultCodes, fieldFaults, type ProblemCatalogue } from '../../libs/problems';
import { notFound } from '../platform/http';
import { adviceOfFields } from './advice-of-fields';
import { type DescribedProblem, describedProblems } from './described-problems';
import { type PagePlace } from './page';
import { languageFor } from './page-words';
import { problemList, problemPage } from './problem-pages';

/** What the pages are about. */
export interface Reference {
  readonly problems: ProblemCatalogue;
  /** What every address of this server begins with: `/kunci`, or nothing. */
  readonly base: string;
  /** The OpenAPI document; called when a page is first opened. */
  readonly document: () => OpenAPIObject;
}

/**
 * Serves what the `type` of a problem leads to: a page for each code, `/problems/last-owner`, and the list of all, for people as
 * HTML and for programs as JSON. They hold nothing of any company.
 */
export function serveProblemPages(fastify: FastifyInstance, { problems, base, document }: Reference): void {
  const described = describedProblems(problems);
  fastify.get('/problems', (request, reply) => {
    const facts = { data: described.map((problem) => factsOf(problem)), fields: fieldFacts() };
    answer(request, reply, facts, () => problemList(described, placeOf(request, base, '/problems')));
  });
  fastify.get<{ Params: { code: string } }>('/problems/:code', (request, reply) => {
    const problem = described.find(({ code }) => code === request.params.code);
    if (problem === undefined) throw notFound();
    answer(request, reply, factsOf(problem), () =>
      problemPage(problem, document(), placeOf(request, base, `/problems/${problem.code}`)),
    );
  });
}

function answer(request: FastifyRequest, reply: FastifyReply, facts: object, html: () => string): void {
  void reply.header('vary', 'accept, accept-language, cookie').header('cache-control', 'no-cache');
  if (wantsJson(request)) void reply.type('application/json; charset=utf-8').send(facts);
  else void reply.type('text/html; charset=utf-8').send(html());
}

/** Browsers name HTML; a program that names JSON and no HTML is answered in it. */
function wantsJson({ headers: { accept = '' } }: FastifyRequest): boolean {
  return /\bjson\b/i.test(accept) && !/\btext\/html\b/i.test(accept);
}

function placeOf({ url, headers }: FastifyRequest, base: string, path: string): PagePlace {
  return { base, path, ...languageFor(url, headers) };
}

/** What a program is told. `where` is a group of requests, the ids of operations in the OpenAPI document, or null where a module does not say. */
function factsOf({ code, statuses, titles, cause, remedy, where, members }: DescribedProblem): object {
  return { code, statuses, titles, cause, remedy, where, members };
}

/** The same of the faults of fields, with the names of their `params`. */
function fieldFacts(): object[] {
  return fieldFaultCodes.map((code) => ({
    code,
    params: fieldFaults[code].params,
    remedy: adviceOfFields[code],
  }));
}
