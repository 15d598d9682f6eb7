import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Authenticated } from '../../access';
import { Answers } from '../../platform/http';
import { noUser, type Principal } from '../../tenancy';
import { meSchema, type MeView } from '../sessions/sessions.schema';

@ApiTags('Me')
@Controller('me')
export class MeController {
  @Get()
  @Authenticated()
  @ApiOperation({
    operationId: 'getMe',
    summary: 'The identity behind these credentials; a good first request',
  })
  @Answers(200, 'The caller.', meSchema)
  get(@CurrentPrincipal() principal: Principal): MeView {
    const { key } = principal;
    return {
      ...identityOf(principal),
      ...whereabouts(principal),
      ...(key ? { key: { id: key.id, kind: key.kind, name: key.name } } : {}),
    };
  }
}

function identityOf({ user, key, company }: Principal): Pick<MeView, 'id' | 'username'> {
  if (user !== null) return { id: user.id, username: user.username };
  if (key === null) throw noUser();
  // A service key acts for no company, and is known by its own name.
  return { id: key.id, username: company?.slug ?? key.name ?? '' };
}

function whereabouts(principal: Principal): Omit<MeView, 'id' | 'username' | 'key'> {
  return {
    companyId: principal.company?.id ?? null,
    companyName: principal.company?.name ?? null,
    method: principal.method,
    permissions: [...principal.permissions],
  };
}
