import { answerOf, api, type Schemas } from '../api/client';
import type { Factor } from '../patterns/proof-refusal';
import type { Ended, EndingAsked, EndingSaid } from './ending';
import { type Proof, prove } from './use-step-up';

type Receipt = Pick<Ended, 'revocation' | 'madeCount'>;

/** Ends a key, or its old secret. @param secret proves it where a factor is asked for. @throws the refusal. */
export async function endKey(
  { key: { id, kind }, how }: EndingAsked,
  said: EndingSaid,
  factor: Factor | null,
  secret: string,
): Promise<Receipt> {
  const headers = factor === null ? {} : await prove({ action: 'revoke', kind, keyId: id }, factor, secret);
  const which = { params: { path: { id } }, headers };
  const why = said.reason.trim() === '' ? {} : { reason: said.reason.trim() };
  switch (how) {
    case 'delete':
      return answerOf(api.DELETE('/api/v1/keys/{id}', which));
    case 'revoke':
      return receiptOf(await revoke(id, why, headers));
    case 'leak':
      if (kind === 'machine' && said.made) return revokeWithMade(id, why, headers);
      return receiptOf(await revoke(id, why, headers));
    case 'disable':
      return answerOf(api.POST('/api/v1/keys/{id}/disable', which));
    case 'endOverlap':
      return answerOf(api.POST('/api/v1/keys/{id}/end-overlap', which));
  }
}

function revoke(id: string, body: Schemas['RevokeKey'], headers: Proof): Promise<Schemas['RevokedKey']> {
  return answerOf(api.POST('/api/v1/keys/{id}/revoke', { params: { path: { id } }, headers, body }));
}

/** The answer lists what a machine key made; of that nothing has ended. */
function receiptOf({ revocation }: Schemas['RevokedKey']): Receipt {
  return { revocation };
}

/** The server revokes a hundred of what it made at a time. */
async function revokeWithMade(id: string, body: Schemas['RevokeKey'], headers: Proof): Promise<Receipt> {
  let madeCount = 0;
  for (;;) {
    const { revocation, made } = await revoke(id, { ...body, made: true }, headers);
    madeCount += made?.keys.length ?? 0;
    if (made?.more !== true) return { revocation, madeCount };
  }
}
