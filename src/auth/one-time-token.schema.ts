import { z } from 'zod';
import { trimPasted } from '../../libs/api-key';

/** The token of an invitation or a password reset, as people paste it. */
export const oneTimeTokenSchema = z.string().min(1).max(256).transform(trimPasted);
