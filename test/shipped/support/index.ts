export { WireOwner } from '../../support/company-by-wire';
export { type AnswerOnTheWire } from './answer-reader';
export { type Exchange, exchange, requestBytes, type Script } from './raw-client';
export { builtConsole, type Shape, shapes, type ShippedServer, startShipped } from './shipped-server';
