import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type ProblemAnswers } from './problem-answers';

/** What a route throws is answered like what the server itself refuses. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly answers: ProblemAnswers) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answers.send(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}
