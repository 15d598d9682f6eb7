export { audiencesSchema, ServiceKeyEntity, storedServicePermissions } from './service-key.entity';
export { type ServiceKeyDraft, ServiceKeyWriter } from './service-key-writer';
