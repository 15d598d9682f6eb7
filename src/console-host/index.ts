export { ConsoleHostModule } from './console-host.module';
