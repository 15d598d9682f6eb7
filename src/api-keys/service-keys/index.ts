export { ServiceKeyEntity } from './service-key.entity';
export { ServiceKeyWriter } from './service-key-writer';
export { ServiceKeys } from './service-keys';
