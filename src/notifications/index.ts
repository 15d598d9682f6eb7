export { NotificationEntity } from './notification.entity';
export { NotificationsModule } from './notifications.module';
export { NotificationPreferenceEntity } from './notification-preference.entity';
