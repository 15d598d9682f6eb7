export { IdempotencyKeyEntity } from './idempotency-key.entity';
export { IdempotencyKeys } from './idempotency-keys';
export { Idempotent } from './idempotent';
export { KeptAnswers } from './kept-answers';
export { SealedSecretsUpkeep } from './sealed-secrets-upkeep';
