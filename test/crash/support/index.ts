export { rounds } from './dice';
export { CrashTest, type Disaster } from './round';
export { Stage } from './stage';
