import { type Step } from './step';

/** A personal key acts as its owner only while the owner may sign in with keys. */
export const signIn: Step = ({ key }) =>
  key.kind !== 'personal' || key.owner?.signInGranted === true ? null : 'SIGN_IN_NOT_GRANTED';
