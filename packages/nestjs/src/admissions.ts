import { type Refusal } from '../../sdk/src/guard/refusal';
import { type KeyRequirement } from './key-requirement';

/** What is decided, once, about a request; null where it is let in. */
type Decision = Promise<Refusal | null>;

/**
 * What was decided about the requests that are being answered. One guard may stand before a route several times: on the controller, on the
 * handler, and globally. Each requirement is asked about once then, as each question counts a use of the key.
 */
export class Admissions {
  private readonly decisions = new WeakMap<object, Map<KeyRequirement, Decision>>();

  /** @param requirement the same object wherever it is the same requirement. */
  once(request: object, requirement: KeyRequirement, decide: () => Decision): Decision {
    const known = this.decisions.get(request) ?? new Map<KeyRequirement, Decision>();
    this.decisions.set(request, known);
    const decision = known.get(requirement) ?? decide();
    known.set(requirement, decision);
    return decision;
  }
}
