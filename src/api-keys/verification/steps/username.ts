import { trimPasted } from '../../../../libs/api-key';
import { canonicalUsername } from '../../../users';
import { type Step } from './step';

/** A username sent with a key must match it: the username of its owner or service account, or the slug of its company. */
export const username: Step = ({ key, username: sent }) => {
  if (sent === null) return null;
  const fits =
    key.owner === null
      ? trimPasted(sent) === key.company.slug
      : canonicalUsername(sent) === key.owner.username;
  return fits ? null : 'USERNAME_MISMATCH';
};
