export { ExpiryNotices } from './expiry-notices';
export { Recap } from './recap';
export { Redigest } from './redigest';
export { Rewrap } from './rewrap';
export { WordIndex } from './word-index';
