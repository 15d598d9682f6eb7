import { Controller, createParamDecorator, Get, Module, type Type } from '@nestjs/common';
import { Public } from '../../src/access';
import { meOf } from '../../src/auth/me/me-of';
import { type MeView } from '../../src/auth/sessions/sessions.schema';
import { type Principal, principalWith } from '../../src/tenancy';

export const publicTwinPath = '/api/v1/bench/public-me';

/** A module with the handler of `GET /me` once more, declared public: only authentication and authorization are missing. */
export function publicTwin(view: MeView): Type {
  const principal = principalOf(view);
  const Shown = createParamDecorator(() => principal);

  @Controller('bench/public-me')
  class PublicMeController {
    @Get()
    @Public()
    get(@Shown() shown: Principal): MeView {
      return meOf(shown);
    }
  }

  @Module({ controllers: [PublicMeController] })
  class PublicTwin {}

  return PublicTwin;
}

/** The company's key that was answered with this. */
function principalOf({ companyId, companyName, username, method, permissions, key }: MeView): Principal {
  if (companyId === null || companyName === null || key === undefined) throw new Error('No company’s key.');
  return principalWith({
    company: { id: companyId, name: companyName, slug: username, suspended: false, timeZone: 'UTC' },
    key: {
      ...{
        id: key.id,
        secretId: null,
        kind: key.kind,
        environment: key.environment,
        name: key.name,
        product: null,
        hasMetadata: false,
      },
      expiresAt: key.expiresAt === null ? null : new Date(key.expiresAt),
    },
    ...{ user: null, session: null, operator: false, method, permissions },
  });
}
