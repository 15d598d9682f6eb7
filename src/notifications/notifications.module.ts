import { Module } from '@nestjs/common';
import { ApiKeyEntity } from '../api-keys';
import { ClusterModule } from '../cluster';
import { ProductsModule } from '../products';
import { TenancyModule } from '../tenancy';
import { MemberEntity, MemberRoleEntity, UsersModule } from '../users';
import { Audiences } from './audiences';
import { InboxService } from './inbox.service';
import { InboxUpkeep } from './inbox-upkeep';
import { InboxWriter } from './inbox-writer';
import { NotificationEntity } from './notification.entity';
import { NotificationsController } from './notifications.controller';

@Module({
  imports: [
    ClusterModule,
    ProductsModule,
    UsersModule,
    TenancyModule.forFeature([ApiKeyEntity, MemberEntity, MemberRoleEntity, NotificationEntity]),
  ],
  controllers: [NotificationsController],
  providers: [Audiences, InboxService, InboxUpkeep, InboxWriter],
})
export class NotificationsModule {}
