export { printBanner } from './banner';
export { seedDemo } from './seed-demo';
