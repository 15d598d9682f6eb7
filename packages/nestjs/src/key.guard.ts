import {
  type CanActivate,
  type ExecutionContext,
  HttpException,
  Inject,
  Injectable,
  Logger,
} from '@nestjs/common';
import { HttpAdapterHost, Reflector } from '@nestjs/core';
import { admit, type GuardedRequest } from '../../sdk/src/guard/admission';
import { type Refusal } from '../../sdk/src/guard/refusal';
import { type Verifier } from '../../sdk/src/verifier';
import { KUNCI, type KunciModuleOptions, kunciOptions } from './kunci-options';
import { type KeyRequirement, keyRequirement } from './key-requirement';

/** As much of a request as is looked at: of Express, or of Fastify, which has Node's in `raw`. */
interface Request extends Partial<Pick<GuardedRequest, 'rawHeaders'>> {
  readonly raw?: Pick<GuardedRequest, 'rawHeaders'>;
  readonly ip?: string;
}

/** Lets in the requests whose keys are good and may do what `@RequireKey` says; without it, any good key will do. */
@Injectable()
export class KeyGuard implements CanActivate {
  private readonly log = new Logger('Kunci');

  constructor(
    @Inject(KUNCI) private readonly kunci: Verifier,
    @Inject(kunciOptions) private readonly options: Pick<KunciModuleOptions, 'carrier'>,
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
  ) {}

  /** @throws HttpException with a problem (RFC 9457), and its headers on the answer, for everyone else. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') throw new TypeError('Keys are required of HTTP requests only.');
    const request = context.switchToHttp().getRequest<Request>();
    const targets = [context.getHandler(), context.getClass()];
    const found = this.reflector.getAllAndOverride<KeyRequirement | undefined>(keyRequirement, targets);
    const { permission = null, ...asked } = found ?? {};
    const from = { rawHeaders: request.raw?.rawHeaders ?? request.rawHeaders ?? [], address: request.ip };
    const { carrier } = this.options;
    const options = {
      ...asked,
      ...(carrier === undefined ? {} : { carrier }),
      onFault: (fault: unknown) => this.log.error(fault),
    };
    const refusal = await admit(this.kunci, request, from, permission, options);
    if (refusal !== null) this.refuse(refusal, context);
    return true;
  }

  private refuse({ status, headers, problem }: Refusal, context: ExecutionContext): never {
    const response = context.switchToHttp().getResponse<unknown>();
    for (const [name, value] of Object.entries(headers))
      this.host.httpAdapter.setHeader(response, name, value);
    throw new HttpException(problem, status);
  }
}
