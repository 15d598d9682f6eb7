import { type Schemas } from '../../../libs/sdk';
import { type Verdict } from './verdict';

type Asked = Omit<Schemas['VerifyRequest'], 'key'>;

/** What is asked about a key besides the key itself. What is undefined is not asked, and leaves the default of the options. */
export type Question = { readonly [Part in keyof Asked]?: Asked[Part] | undefined } & {
  /** Aborts the call; it then throws the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
};

/** Asks about keys: what guards and middleware need of Kunci, and what a stub in tests stands for. */
export interface Verifier {
  /**
   * @param key as it was presented to you.
   * @returns the verdict, whatever it is.
   * @throws KunciUnavailable without a verdict; KunciProblem where the question was refused, as when your own key is not good. Let nobody in
   * then.
   */
  verify(key: string, question?: Question): Promise<Verdict>;
}
