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
import { Admissions } from './admissions';
import { KUNCI, type KunciModuleOptions, kunciOptions } from './kunci-options';
import { type KeyRequirement, keyRequirement } from './key-requirement';

/** As much of a request as is looked at: of Express, or of Fastify, which has Node's in `raw`. */
interface Request extends Partial<Pick<GuardedRequest, 'rawHeaders'>> {
  readonly raw?: Pick<GuardedRequest, 'rawHeaders'>;
  readonly ip?: string;
}

/** What is required where nothing is said. */
const anyKey: KeyRequirement = {};

/** Lets in the requests whose keys are good and may do what `@RequireKey` says; without it, any good key will do. */
@Injectable()
export class KeyGuard implements CanActivate {
  private readonly log = new Logger('Kunci');

  constructor(
    @Inject(KUNCI) private readonly kunci: Verifier,
    @Inject(kunciOptions) private readonly options: Pick<KunciModuleOptions, 'carrier'>,
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Admissions) private readonly admissions: Admissions,
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
  ) {}

  /** @throws HttpException with a problem (RFC 9457), and its headers on the answer, for everyone else. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') throw new TypeError('Keys are required of HTTP requests only.');
    const request = context.switchToHttp().getRequest<Request>();
    const targets = [context.getHandler(), context.getClass()];
    const found = this.reflector.getAllAndOverride<KeyRequirement | undefined>(keyRequirement, targets);
    const requirement = found ?? anyKey;
    const refusal = await this.admissions.once(request, requirement, () => this.decide(request, requirement));
    if (refusal !== null) this.refuse(refusal, context);
    return true;
  }

  private decide(request: Request, { permission, ...asked }: KeyRequirement): Promise<Refusal | null> {
    const from = { rawHeaders: request.raw?.rawHeaders ?? request.rawHeaders ?? [], address: request.ip };
    const { carrier } = this.options;
    const options = {
      ...asked,
      ...(carrier === undefined ? {} : { carrier }),
      onFault: (fault: unknown) => this.log.error(fault),
    };
    return admit(this.kunci, request, from, permission ?? null, options);
  }

  private refuse({ status, headers, problem }: Refusal, context: ExecutionContext): never {
    const response = context.switchToHttp().getResponse<unknown>();
    for (const [name, value] of Object.entries(headers))
      this.host.httpAdapter.setHeader(response, name, value);
    throw new HttpException(problem, status);
  }
}
