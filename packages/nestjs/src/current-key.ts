import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type AdmittedKey, keyOf } from '../../sdk/src/guard/admitted-key';

/** Hands the key of the request to a handler, as `@CurrentKey() key: AdmittedKey`. Where `@RequireKey` is missing, the request fails. */
export const CurrentKey = createParamDecorator((_: unknown, context: ExecutionContext): AdmittedKey =>
  keyOf(context.switchToHttp().getRequest<object>()),
);
