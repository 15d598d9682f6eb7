import { Controller, Delete, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Authenticated } from '../../access';
import { Answers, type Page, pageQuery, type PageRequest } from '../../platform/http';
import { type Principal } from '../../tenancy';
import { mySessionPage, type MySessionView } from './my-sessions.schema';
import { MySessionsService } from './my-sessions.service';

@ApiTags('Me')
@Controller('me/sessions')
export class MySessionsController {
  constructor(private readonly sessions: MySessionsService) {}

  @Get()
  @Authenticated('password')
  @ApiOperation({ operationId: 'listMySessions', summary: 'Where you are signed in, newest first' })
  @Answers(200, 'A page of your sessions.', mySessionPage)
  list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: pageQuery }) request: PageRequest,
  ): Promise<Page<MySessionView>> {
    return this.sessions.list(principal, request);
  }

  @Delete(':id')
  @HttpCode(204)
  // Someone who signs in with a key must not be able to sign its owner out.
  @Authenticated('password')
  @ApiOperation({ operationId: 'endMySession', summary: 'End one of your sessions' })
  @Answers(204, 'The session has ended.')
  @Answers(404, 'You have no such session.')
  end(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<void> {
    return this.sessions.end(principal, id);
  }
}
