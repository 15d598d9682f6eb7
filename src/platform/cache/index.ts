export { LabelledCache } from './labelled-cache';
export type { Found, Remembered } from './remembered';
