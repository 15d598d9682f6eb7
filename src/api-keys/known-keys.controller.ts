import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Requires } from '../access';
import { Answers } from '../platform/http';
import { type Principal } from '../tenancy';
import { knownKeys, type KnownKeysView } from './known-keys.schema';
import { KnownKeysService } from './lists/known-keys.service';

/** What is to be done about the keys when somebody leaves. */
@ApiTags('Users')
@Controller('users')
export class KnownKeysController {
  constructor(private readonly keys: KnownKeysService) {}

  @Get(':id/known-keys')
  @Requires('users:delete')
  @ApiOperation({
    operationId: 'listKnownKeys',
    summary: 'The keys whose secret a person knows: made, rotated or shown by them',
    description:
      'Only keys that are not revoked, of the kinds that may be read, and only as long as a secret that they saw still works: a key that somebody else has rotated since is not among them once the overlap is over. Whoever imported a key by its hash has not seen its secret; only an import as `plain` counts. Also of people who have left.',
  })
  @Answers(200, 'The keys, and whose they are known to.', knownKeys)
  list(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<KnownKeysView> {
    return this.keys.of(principal, id);
  }
}
