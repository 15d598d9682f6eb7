import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Authenticated, OpenToServiceKeys } from '../../access';
import { MetadataReader } from '../../api-keys';
import { Answers } from '../../platform/http';
import { type Principal } from '../../tenancy';
import { meSchema, type MeView } from '../sessions/sessions.schema';
import { meOf } from './me-of';

@ApiTags('Me')
@Controller('me')
export class MeController {
  constructor(private readonly metadata: MetadataReader) {}

  @Get()
  @Authenticated('any', { environments: ['live', 'test'] })
  @OpenToServiceKeys('any')
  @ApiOperation({
    operationId: 'getMe',
    summary: 'The identity behind these credentials; a good first request',
  })
  @Answers(200, 'The caller.', meSchema)
  get(@CurrentPrincipal() principal: Principal): MeView | Promise<MeView> {
    const me = meOf(principal);
    return principal.key?.hasMetadata === true ? this.withMetadata(me) : me;
  }

  private async withMetadata(me: MeView): Promise<MeView> {
    const { key, companyId } = me;
    if (key === undefined || companyId === null) return me;
    return { ...me, key: { ...key, metadata: await this.metadata.of({ companyId, keyId: key.id }) } };
  }
}
