import { defineProblem } from './define-problem';

/** The refusals of a key that wants to give itself a new secret. */
export const selfRotationProblems = {
  selfRotationOff: defineProblem(
    'self-rotation-off',
    403,
    'The company does not let keys of this kind rotate themselves.',
  ),
  rotatedToday: defineProblem('rotated-today', 409, 'This key has rotated itself within the last 24 hours.', [
    'nextAt',
  ]),
  secretSuperseded: defineProblem(
    'secret-superseded',
    409,
    'This secret has been replaced. Only the newest secret of a key rotates it.',
  ),
} as const;
