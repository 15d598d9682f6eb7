import { Body, Controller, Delete, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { anyKindMay } from '../../libs/permissions';
import {
  CurrentPrincipal,
  Idempotent,
  OpenToServiceKeys,
  RequiresInPasswordSession,
  RequiresPasswordOrMachine,
} from '../access';
import { Answers, HoldsSecret } from '../platform/http';
import { StepUpToken } from '../step-up';
import { type Principal } from '../tenancy';
import {
  type ChangedKey,
  changedKey,
  type EndedOverlap,
  endedOverlap,
  type IssuedKey,
  issuedKey,
  type KeyPatch,
  keyPatch,
  type NewKey,
  newKey,
  type RevealedKey,
  revealedKey,
  type RotateBody,
  rotateBody,
  type RotatedKey,
  rotatedKey,
} from './api-keys.schema';
import { type RevokeBody, revokeBody, type RevokedKey, revokedKey } from './revoke-key.schema';
import { GenerateKeyService } from './commands/generate-key.service';
import { RevealKeyService } from './commands/reveal-key.service';
import { RevokeKeyService } from './commands/revoke-key.service';
import { RotateKeyService } from './commands/rotate-key.service';
import { UpdateKeyService } from './commands/update-key.service';

/** Changing keys, which a person who signed in with a password may do, a service account, and a service key. Secrets are shown again to people only. */
@ApiTags('Keys')
@Controller('keys')
export class ApiKeysController {
  constructor(
    private readonly generating: GenerateKeyService,
    private readonly updating: UpdateKeyService,
    private readonly revealing: RevealKeyService,
    private readonly rotating: RotateKeyService,
    private readonly revoking: RevokeKeyService,
  ) {}

  @Post()
  @Idempotent()
  @HoldsSecret()
  @RequiresPasswordOrMachine(...anyKindMay('generate'))
  @OpenToServiceKeys('keys:manage')
  @ApiOperation({ operationId: 'generateKey', summary: 'Create a key' })
  @Answers(201, 'The key, and its secret in full.', issuedKey)
  @Answers(409, 'The limit of active keys is reached, or the kind is switched off.')
  generate(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: newKey }) input: NewKey,
    @StepUpToken() stepUpToken: string | null,
  ): Promise<IssuedKey> {
    return this.generating.generate(principal, input, stepUpToken);
  }

  @Patch(':id')
  @RequiresPasswordOrMachine(...anyKindMay('update'))
  @OpenToServiceKeys('keys:manage')
  @ApiOperation({
    operationId: 'updateKey',
    summary: 'Change the name, description, metadata, expiry, permissions or limits of a key',
    description: 'No machine key does this to itself.',
  })
  @Answers(200, 'The key as it is now.', changedKey)
  update(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Body({ schema: keyPatch }) patch: KeyPatch,
    @StepUpToken() stepUpToken: string | null,
  ): Promise<ChangedKey> {
    return this.updating.update(principal, id, patch, stepUpToken);
  }

  @Post(':id/reveal')
  @HttpCode(200)
  @HoldsSecret()
  @RequiresInPasswordSession(...anyKindMay('reveal'))
  @ApiOperation({
    operationId: 'revealKey',
    summary: 'Show the secret of a key again, if the policy allows it',
  })
  @Answers(200, 'The secret.', revealedKey)
  @Answers(409, 'The secret cannot be shown again.')
  reveal(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @StepUpToken() stepUpToken: string | null,
  ): Promise<RevealedKey> {
    return this.revealing.reveal(principal, id, stepUpToken);
  }

  @Post(':id/rotate')
  @Idempotent()
  @HttpCode(200)
  @HoldsSecret()
  @RequiresPasswordOrMachine(...anyKindMay('rotate'))
  @OpenToServiceKeys('keys:manage')
  @ApiOperation({
    operationId: 'rotateKey',
    summary: 'Give a key a new secret; the old one may overlap',
    description: 'No machine key does this to itself.',
  })
  @Answers(200, 'The key, and its new secret in full.', rotatedKey)
  @Answers(409, 'The key is revoked, or the limit of active keys is reached.')
  rotate(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Body({ schema: rotateBody }) input: RotateBody,
    @StepUpToken() stepUpToken: string | null,
  ): Promise<RotatedKey> {
    return this.rotating.rotate(principal, id, input, stepUpToken);
  }

  @Post(':id/end-overlap')
  @HttpCode(200)
  @RequiresPasswordOrMachine(...anyKindMay('revoke'))
  @OpenToServiceKeys('keys:manage')
  @ApiOperation({
    operationId: 'endOverlap',
    summary: 'End the old secret of a key early; the new one keeps working',
  })
  @Answers(200, 'The key, and the time from which its old secret is rejected.', endedOverlap)
  endOverlap(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @StepUpToken() stepUpToken: string | null,
  ): Promise<EndedOverlap> {
    return this.revoking.endOverlap(principal, id, stepUpToken);
  }

  @Post(':id/revoke')
  @HttpCode(200)
  @RequiresPasswordOrMachine(...anyKindMay('revoke'))
  @OpenToServiceKeys('keys:manage')
  @ApiOperation({ operationId: 'revokeKey', summary: 'Revoke a key permanently; it stays in the list' })
  @Answers(
    200,
    'The key, and the time from which it is rejected; of a machine key, also what was made with it.',
    revokedKey,
  )
  revoke(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Body({ schema: revokeBody }) body: RevokeBody,
    @StepUpToken() stepUpToken: string | null,
  ): Promise<RevokedKey> {
    return this.revoking.revoke(principal, id, body ?? {}, stepUpToken);
  }

  @Delete(':id')
  @RequiresPasswordOrMachine(...anyKindMay('revoke'))
  @OpenToServiceKeys('keys:manage')
  @ApiOperation({ operationId: 'deleteKey', summary: 'Revoke a key permanently and remove it from the list' })
  @Answers(200, 'The key, and the time from which it is rejected.', changedKey)
  remove(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @StepUpToken() stepUpToken: string | null,
  ): Promise<ChangedKey> {
    return this.revoking.remove(principal, id, stepUpToken);
  }
}
