export { NotificationEntity } from './notification.entity';
export { NotificationPreferenceEntity } from './notification-preference.entity';
