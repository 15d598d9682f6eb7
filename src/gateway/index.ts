export { GatewayModule } from './gateway.module';
export { GatewayRoutes } from './gateway-routes';
