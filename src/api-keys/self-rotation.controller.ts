import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Authenticated, CurrentPrincipal, Idempotent } from '../access';
import { Answers, HoldsSecret } from '../platform/http';
import { type Principal } from '../tenancy';
import { type RotatedKey, rotatedKey, type SelfRotateBody, selfRotateBody } from './api-keys.schema';
import { SelfRotationService } from './commands/self-rotation.service';

/** What a key may do to itself. */
@ApiTags('Keys')
@Controller('keys/self')
export class SelfRotationController {
  constructor(private readonly rotating: SelfRotationService) {}

  @Post('rotate')
  @Idempotent()
  @HttpCode(200)
  @HoldsSecret()
  @Authenticated('key', { environments: ['live', 'test'] })
  @ApiOperation({
    operationId: 'rotateOwnKey',
    summary: 'Give the key of this request a new secret, if the policy of its kind allows it',
    description:
      'Once in 24 hours, and with the newest secret only. The expiry stays as it is. Send an `Idempotency-Key`: a client that lost the answer reads the new secret again with it.',
  })
  @Answers(200, 'The key, and its new secret in full.', rotatedKey)
  @Answers(403, 'The company does not let keys of this kind rotate themselves.')
  @Answers(409, 'The secret has been replaced, or the key has rotated itself within the last 24 hours.')
  rotate(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: selfRotateBody }) input: SelfRotateBody,
  ): Promise<RotatedKey> {
    return this.rotating.rotate(principal, input);
  }
}
