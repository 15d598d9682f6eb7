import { noUser, type Principal } from '../../tenancy';
import { type MeView } from '../sessions/sessions.schema';

/** What the principal is told about itself, without the metadata of a key, which has to be read. */
export function meOf(principal: Principal): MeView {
  const { company, key, method, permissions, productPermissions } = principal;
  const { id, username } = identityOf(principal);
  // Field by field: putting it together from spread parts took three times as long as the rest of the handler.
  const me: MeView = {
    id,
    username,
    companyId: company?.id ?? null,
    companyName: company?.name ?? null,
    method,
    permissions: [...permissions, ...productPermissions],
  };
  if (key === null) return me;
  const expiresAt = key.expiresAt === null ? null : key.expiresAt.toISOString();
  const { id: keyId, kind, environment, name } = key;
  me.key = { id: keyId, kind, environment, name, expiresAt, metadata: null };
  return me;
}

function identityOf({ user, key, company }: Principal): Pick<MeView, 'id' | 'username'> {
  if (user !== null) return { id: user.id, username: user.username };
  if (key === null) throw noUser();
  // A service key acts for no company, and is known by its own name.
  return { id: key.id, username: company?.slug ?? key.name ?? '' };
}
