import { type CanActivate, Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config';
import { signUpClosed } from '../auth.problems';

/** Keeps sign-up closed where the platform says so, before anyone looks at the body. */
@Injectable()
export class SignUpGuard implements CanActivate {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  canActivate(): boolean {
    if (this.config.signUp === 'closed') throw signUpClosed();
    return true;
  }
}
