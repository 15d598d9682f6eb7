export { Background } from './background';
export * from './clock';
export { DeadlineExceeded, within } from './deadline';
export { Gate } from './gate';
export { Ids, isId } from './ids';
export { LoopTurns } from './loop-turns';
export { Metrics } from './metrics';
export { type Foundations, PlatformModule } from './platform.module';
export { shownTime } from './shown-time';
