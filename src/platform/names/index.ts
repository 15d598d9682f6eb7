export { invisibleIn } from './invisible';
export { mixesScripts } from './scripts';
export { skeletonOf } from './skeleton';
