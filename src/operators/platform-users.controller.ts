import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, RequiresOperator } from '../access';
import { Answers, type Page } from '../platform/http';
import { type Principal } from '../tenancy';
import {
  platformUserPage,
  type PlatformUserQuery,
  platformUserQuery,
  type PlatformUserView,
  type ReleasedUser,
  releasedUser,
} from './platform-users.schema';
import { PlatformUsersService } from './platform-users.service';
import { ReleaseUserService } from './release-user.service';

@ApiTags('Platform')
@Controller('platform/users')
@RequiresOperator()
export class PlatformUsersController {
  constructor(
    private readonly users: PlatformUsersService,
    private readonly releasing: ReleaseUserService,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listPlatformUsers', summary: 'The people of all companies, by id' })
  @Answers(200, 'A page of people.', platformUserPage)
  list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: platformUserQuery }) query: PlatformUserQuery,
  ): Promise<Page<PlatformUserView>> {
    return this.users.list(principal, query);
  }

  @Post(':id/release')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'releaseUser',
    summary:
      'Release an account permanently: it leaves every company, its sessions and personal keys end, and its username is free',
  })
  @Answers(200, 'The released account, and the time from which its keys are rejected.', releasedUser)
  @Answers(409, 'They are the last Owner of a company that is not closed.')
  release(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<ReleasedUser> {
    return this.releasing.release(principal, id);
  }
}
