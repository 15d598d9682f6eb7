export { ServiceKeyEntity } from './service-key.entity';
export { ServiceKeyWriter } from './service-key-writer';
