export { businessModule, type Manifest } from './business-module';
