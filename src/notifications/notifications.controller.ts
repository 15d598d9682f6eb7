import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Authenticated, CurrentPrincipal } from '../access';
import { Answers } from '../platform/http';
import { type Principal } from '../tenancy';
import { InboxService } from './inbox.service';
import {
  type NotificationPage,
  notificationPage,
  type NotificationQuery,
  notificationQuery,
  type ReadNotifications,
  readNotifications,
  type UnreadCount,
  unreadCount,
} from './notifications.schema';

@ApiTags('Me')
@Controller('me/notifications')
export class NotificationsController {
  constructor(private readonly inbox: InboxService) {}

  @Get()
  @Authenticated('session')
  @ApiOperation({
    operationId: 'listMyNotifications',
    summary: 'What you were told of in this company in the last 90 days, newest first',
  })
  @Answers(200, 'A page of your notices.', notificationPage)
  list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: notificationQuery }) query: NotificationQuery,
  ): Promise<NotificationPage> {
    return this.inbox.list(principal, query);
  }

  @Get('unread')
  @Authenticated('session')
  @ApiOperation({ operationId: 'countMyNotifications', summary: 'How many of your notices are unread' })
  @Answers(200, 'The count.', unreadCount)
  count(@CurrentPrincipal() principal: Principal): Promise<UnreadCount> {
    return this.inbox.count(principal);
  }

  @Post('read')
  @HttpCode(200)
  @Authenticated('session')
  @ApiOperation({ operationId: 'readMyNotifications', summary: 'Mark notices as read' })
  @Answers(200, 'How many are unread now.', unreadCount)
  read(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: readNotifications }) body: ReadNotifications,
  ): Promise<UnreadCount> {
    return this.inbox.markRead(principal, body);
  }
}
