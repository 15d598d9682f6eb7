import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../platform/config';
import { signUpClosed } from './auth.problems';
import { refuseForeignSite } from './csrf';

/** Keeps sign-up to its own site, and closed where the platform says so; before anyone looks at the body. */
@Injectable()
export class SignUpGuard implements CanActivate {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  canActivate(context: ExecutionContext): boolean {
    if (this.config.signUp === 'closed') throw signUpClosed();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    refuseForeignSite(request, this.config.http.publicUrl);
    return true;
  }
}
