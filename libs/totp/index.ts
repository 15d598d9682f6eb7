export { newTotpSecret, stepOfCode, totpUri } from './totp';
