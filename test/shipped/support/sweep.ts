import { type Breaker } from './breakers';
import { type Judge, type SweptOperation } from './judge';
import { exchange } from './raw-client';

const atOnce = 4;

/**
 * Sends one kind of broken request to every operation.
 * @param headersFor the credentials for each.
 * @returns what is wrong with which answer.
 */
export async function sweep(
  address: string,
  judge: Judge,
  breaker: Breaker,
  headersFor: (operation: SweptOperation) => Readonly<Record<string, string>>,
): Promise<string[]> {
  const waiting = judge.operations;
  const faults: string[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const method = breaker.method(next);
      const { answers, fault } = await exchange(address, [breaker.bytes(next, headersFor(next))], {
        methods: [method],
      });
      const found = judge.faultsOf(next, method, answers[0]);
      if (breaker.refused && takesBody(next) && (answers[0]?.status ?? 0) < 400) found.push('not refused');
      if (found.length > 0) faults.push(tell(next, answers[0]?.status, fault, found));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return faults.sort();
}

/** Of other methods no body is read. */
function takesBody({ method }: SweptOperation): boolean {
  return method !== 'GET';
}

function tell(
  { name }: SweptOperation,
  status: number | undefined,
  fault: string | null,
  found: readonly string[],
): string {
  return `${name}: ${status ?? fault} ${[...new Set(found)].join('; ')}`;
}
