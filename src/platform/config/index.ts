export * from './config';
export { loadConfig, loadServerConfig } from './load-config';
