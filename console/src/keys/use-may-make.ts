import type { KeyKind } from './key';
import { useKeyPolicy } from './use-key-policy';
import { useKeyRights } from './use-key-rights';

/** Whether one may make keys of this kind, and the company has not switched them off. */
export function useMayMake(kind: KeyKind): boolean {
  const { mayGenerate } = useKeyRights();
  const policy = useKeyPolicy(kind);
  return mayGenerate(kind) && policy?.enabled !== false;
}
