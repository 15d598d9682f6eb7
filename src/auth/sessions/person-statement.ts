import { type SystemRoleCode } from '../../../libs/permissions';
import { offerColumns, type OfferRow } from '../../products';

/*
 * Who a person is and what they may do in one company, by one statement: every request with a session waits for it. There are rows
 * of their roles, and rows of the products that the company has: never a row for each pair of the two, which could be thousands. There is one
 * without either for somebody who is no active member of the company, or if that is closed.
 */

const person = `u.id AS user_id, u.username, u.operator, c.id AS company_id, c.name AS company_name, c.slug, c.status, c.time_zone,
  r.id AS role_id, r.system_code, r.permissions AS role_permissions, ${offerColumns}`;

/** @param company an expression for the id of the company. The person's alias is `u`. */
const inCompany = (company: string): string => `
  LEFT JOIN members m ON m.company_id = ${company} AND m.user_id = u.id AND m.status = 'active'
  LEFT JOIN companies c ON c.id = m.company_id AND c.closed_at IS NULL
  LEFT JOIN (SELECT 1 AS of_roles UNION ALL SELECT 0) part ON c.id IS NOT NULL
  LEFT JOIN member_roles mr ON part.of_roles = 1 AND mr.company_id = c.id AND mr.user_id = m.user_id
  LEFT JOIN roles r ON r.company_id = mr.company_id AND r.id = mr.role_id
  LEFT JOIN product_activations a ON part.of_roles = 0 AND a.company_id = c.id AND a.status = 'enabled'
  LEFT JOIN products pr ON pr.code = a.product_code`;

/** Takes the id of the company, or null, and that of the person. */
export const personStatement = `SELECT ${person} FROM users u ${inCompany('?')} WHERE u.id = ? AND u.released_at IS NULL ORDER BY r.name, pr.code`;

/**
 * The same with the session that leads to the person. Takes the hash of its token, and twice a first and a last moment: within these the
 * session ends, and was last used.
 */
export const sessionStatement = `
  SELECT s.id AS session_id, s.key_id, s.secret_id, s.seen_at, ${person}
  FROM sessions s LEFT JOIN users u ON u.id = s.user_id AND u.released_at IS NULL ${inCompany('s.company_id')}
  WHERE s.token_hash = ? AND s.expires_at BETWEEN ? AND ? AND s.seen_at BETWEEN ? AND ?
  ORDER BY r.name, pr.code`;

export interface PersonRow extends OfferRow {
  /** Null where a session is left over from somebody who is gone, or whose account was released. */
  readonly user_id: string | null;
  readonly username: string;
  readonly operator: unknown;
  readonly company_id: string | null;
  readonly company_name: string;
  readonly slug: string;
  readonly status: string;
  readonly time_zone: string;
  readonly role_id: string | null;
  readonly system_code: SystemRoleCode | null;
  readonly role_permissions: string | null;
}

export interface SessionRow extends PersonRow {
  readonly session_id: string;
  readonly key_id: string | null;
  readonly secret_id: string | null;
  readonly seen_at: number | string;
}
