import { useEffect, useEffectEvent } from 'react';
import {
  type DefaultValues,
  type FieldPath,
  type FieldValues,
  type Resolver,
  useForm,
  type UseFormRegisterReturn,
  type UseFormReturn,
} from 'react-hook-form';
import type { ProblemCode } from '../../../libs/problems';
import type { Command } from '../api/use-command';
import { type FieldFault, isProblem } from '../api/problem';
import { useProblemText } from '../i18n/use-problem-text';
import { fieldAt } from './field-at';
import { useFieldText } from './use-field-text';

export interface SendForm<Values extends FieldValues> {
  /** Made by `useCommand`; gets the values, checked. */
  readonly command: Command<Values, unknown>;
  readonly defaultValues: DefaultValues<Values>;
  /** Of a schema: `useChecked(schema)`, from `forms/checked`. Without it, only the server says no. */
  readonly resolver?: Resolver<Values>;
  /** Problems that are about one field, although the server has no pointer for them: `{ 'slug-taken': 'slug' }`. */
  readonly fieldOf?: Readonly<Partial<Record<ProblemCode, FieldPath<Values>>>>;
}

export interface SentForm<Values extends FieldValues> {
  readonly form: UseFormReturn<Values>;
  /** For `<form onSubmit={submit}>`. */
  readonly submit: (event?: React.BaseSyntheticEvent) => void;
  readonly pending: boolean;
  /** What the server said that no field shows: hand it to `<FormFailure>`. */
  readonly failure: Error | null;
  /** The props of a Mantine input: `<TextInput label=… {...field('name')} />`. */
  readonly field: (name: FieldPath<Values>) => UseFormRegisterReturn & { error: string | undefined };
}

/**
 * A form that sends one act. What the server refuses stands at the field it points to, in the user's language, and the
 * first of them gets the focus; what it points nowhere with is `failure`.
 */
export function useSendForm<Values extends FieldValues>(options: SendForm<Values>): SentForm<Values> {
  const { command, defaultValues, resolver } = options;
  const form = useForm<Values>({ defaultValues, ...(resolver === undefined ? {} : { resolver }) });
  const faults = faultsIn(command.problem, form.getValues(), options.fieldOf);
  useFaultsAtFields(form, command.problem, faults);
  const { errors } = form.formState;
  return {
    form,
    submit: (event) => void form.handleSubmit(command.run)(event),
    pending: command.pending,
    failure: faults.length > 0 ? null : command.problem,
    field: (name) => ({ ...form.register(name), error: messageAt(errors, name) }),
  };
}

interface Fault<Values extends FieldValues> {
  readonly name: FieldPath<Values>;
  /** What is wrong with it; null where the problem itself says it. */
  readonly fault: FieldFault | null;
}

/** The fields a problem is about; none when any part of it is about something that is not in the form. */
function faultsIn<Values extends FieldValues>(
  problem: Error | null,
  values: Values,
  fieldOf: SendForm<Values>['fieldOf'],
): readonly Fault<Values>[] {
  if (!isProblem(problem)) return [];
  const fields: Readonly<Record<string, FieldPath<Values> | undefined>> = fieldOf ?? {};
  const named = fields[problem.code];
  if (named !== undefined) return [{ name: named, fault: null }];
  const faults = problem.errors.flatMap((fault) => {
    const name = fieldAt(values, stepsOf(fault.pointer));
    // A cast: it is a name that the form has.
    return name === null ? [] : [{ name: name as FieldPath<Values>, fault }];
  });
  return faults.length === problem.errors.length ? faults : [];
}

function useFaultsAtFields<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  problem: Error | null,
  faults: readonly Fault<Values>[],
): void {
  const textOfProblem = useProblemText();
  const textOfField = useFieldText();
  const show = useEffectEvent((refusal: Error) => {
    faults.forEach(({ name, fault }, index) => {
      const message = fault === null ? textOfProblem(refusal) : textOfField(fault);
      form.setError(name, { type: 'server', message }, { shouldFocus: index === 0 });
    });
  });
  // Once for each refusal, however often the form is rendered.
  useEffect(() => {
    if (problem !== null) show(problem);
  }, [problem]);
}

/** `/owner/username` leads to `owner`, then `username`. */
function stepsOf(pointer: string): string[] {
  const steps = pointer.split('/').slice(1);
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function messageAt(errors: unknown, name: string): string | undefined {
  const message = valueAt(errors, `${name}.message`);
  return typeof message === 'string' ? message : undefined;
}

function valueAt(values: unknown, name: string): unknown {
  let value = values;
  for (const step of name.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[step]; // An object, by the line above.
  }
  return value;
}
