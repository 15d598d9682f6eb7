import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client';
import { isProblem } from '../api/problem';
import type { Factor } from '../patterns/proof-refusal';
import { StepUpDialog } from '../patterns/step-up-dialog';
import type { SensitiveAction } from './key';
import { useKeyProblemText } from './use-key-problem-text';

/** What is to be done, as the proof is bound to it. */
export type StepUpTarget = Pick<Schemas['StepUpRequest'], 'action' | 'kind' | 'keyId' | 'product' | 'ids'>;

/** Goes along with the request: `headers: { ...sending.headers, ...proof }`. */
export type Proof = Readonly<Record<string, string>>;

export interface StepUp {
  /**
   * Sends the act. Where the server asks for a proof, the user is asked for it, and the act is sent again with it: so what
   * else is wrong is told first, and nobody types a PIN for nothing.
   * @param owner what a new key is for, by name
   * @returns null when the user gave up.
   */
  readonly withProof: <T>(
    target: StepUpTarget,
    act: (proof: Proof) => Promise<T>,
    owner?: string,
  ) => Promise<T | null>;
  /** To be rendered, once. */
  readonly dialog: ReactNode;
}

interface Question {
  readonly target: StepUpTarget;
  readonly owner: string | null;
  readonly factor: Factor;
  readonly answer: (proof: Proof | null) => void;
}

/**
 * Asks for a password, a PIN or a code in the middle of an act, where the company's policy wants one.
 * @param purpose what is about to be done, where the action's own sentence says something else
 */
export function useStepUp(purpose: string | null = null): StepUp {
  const [question, setQuestion] = useState<Question | null>(null);
  const [opened, setOpened] = useState(false);

  async function withProof<T>(
    target: StepUpTarget,
    act: (proof: Proof) => Promise<T>,
    owner: string | null = null,
  ): Promise<T | null> {
    let proof: Proof | null = {};
    for (;;) {
      try {
        return await act(proof);
      } catch (refusal) {
        const factor = factorWanted(refusal);
        if (factor === null) throw refusal;
        proof = await new Promise<Proof | null>((answer) => {
          setQuestion({ target, owner, factor, answer });
          setOpened(true);
        });
        if (proof === null) return null;
      }
    }
  }

  function close(proof: Proof | null): void {
    setOpened(false);
    question?.answer(proof);
  }

  const prompt = { question, purpose, opened, onAnswer: close };
  return { withProof, dialog: <StepUpPrompt {...prompt} /> };
}

interface StepUpPromptProps {
  readonly question: Question | null;
  readonly purpose: string | null;
  readonly opened: boolean;
  readonly onAnswer: (proof: Proof | null) => void;
}

function StepUpPrompt({ question, purpose, opened, onAnswer }: StepUpPromptProps) {
  const textOf = useKeyProblemText();
  const purposeOf = usePurpose();
  return (
    <StepUpDialog
      opened={opened}
      factor={question?.factor ?? 'password'}
      purpose={question === null ? '' : (purpose ?? purposeOf(question))}
      onProve={async (secret) => {
        if (question !== null) onAnswer(await prove(question.target, question.factor, secret));
      }}
      onClose={() => onAnswer(null)}
      describeError={textOf}
    />
  );
}

/** Names what is made; what is shown, renewed or ended was chosen by its name a moment ago. */
function usePurpose(): (question: Question) => string {
  const { t } = useTranslation('keys');
  return ({ target: { action, kind, ids }, owner }) => {
    const several = { count: ids?.length ?? 0 };
    if (several.count > 0)
      return action === 'enable' ? t('stepUp.enableSeveral', several) : t('stepUp.revokeSeveral', several);
    const purposes: Readonly<Record<SensitiveAction, string>> = {
      generate: owner === null ? t('stepUp.generate') : t('stepUp.generateFor', { owner }),
      reveal: t('stepUp.reveal'),
      rotate: t('stepUp.rotate'),
      revoke: t('stepUp.revoke'),
      enable: t('stepUp.enable'),
      widen: t('stepUp.widen'),
      import: t('stepUp.import'),
    };
    return action === 'generate' && kind === 'personal' ? t('stepUp.generateOwn') : purposes[action];
  };
}

/** Proves it. @throws the refusal: wrong, locked, or not set up. */
export async function prove(target: StepUpTarget, factor: Factor, secret: string): Promise<Proof> {
  const { stepUpToken } = await answerOf(
    api.POST('/api/v1/step-ups', { body: { ...target, factor, secret } }),
  );
  return { 'Step-Up-Token': stepUpToken };
}

/** What has to be proved, where a refusal says so; else null. */
export function factorWanted(refusal: unknown): Factor | null {
  if (!isProblem(refusal, 'step-up-required')) return null;
  const { factor } = refusal.members;
  return factor === 'password' || factor === 'pin' || factor === 'totp' ? factor : null;
}
