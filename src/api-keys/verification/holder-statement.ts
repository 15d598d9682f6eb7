import { offerColumns, offerStatus } from '../../products';

/**
 * The one statement of a verification: everything the decision needs. A row for each role of a key's owner, and one for
 * each product that its company has, or that of a product key, so that the two add up and do not multiply; at least one, and one of nulls for
 * an unknown secret: that costs as much as finding another company's key.
 *
 * @param secret which secret of a key; the alias is `s`.
 * @param service which service key; the alias is `v`.
 */
export function holderStatement(secret: string, service: string): string {
  return `
  SELECT k.id, k.kind, k.environment, k.name, k.metadata IS NOT NULL AS has_metadata, k.permissions, k.allowed_addresses, k.rate_limits, k.quota, k.created_at, k.disabled_at, k.revoked_at, k.deleted_at,
         k.product_code,
         s.id AS secret_id, s.pepper_version, s.issued_at, s.expires_at, s.superseded_at, s.ends_at, s.seen_by, s.foreign_algorithm,
         c.id AS company_id, c.name AS company_name, c.slug, c.status, c.time_zone, p.enabled, p.max_lifetime_days,
         pr.grants, ${offerStatus} AS activation, ${offerColumns},
         u.id AS owner_id, u.username, m.status AS member_status, r.system_code, r.permissions AS role_permissions,
         v.id AS service_id, v.name AS service_name, v.product_code AS service_product,
         v.pepper_version AS service_pepper, v.permissions AS service_permissions, v.allowed_addresses AS service_addresses, v.audiences AS service_audiences,
         v.expires_at AS service_expires_at, v.revoked_at AS service_revoked_at
  FROM (SELECT 1 AS asked) AS question
  LEFT JOIN key_secrets s ON ${secret}
  LEFT JOIN api_keys k ON k.company_id = s.company_id AND k.id = s.key_id
  LEFT JOIN companies c ON c.id = k.company_id
  LEFT JOIN key_policies p ON p.company_id = k.company_id AND p.kind = k.kind
  LEFT JOIN users u ON u.id = k.owner_id
  LEFT JOIN members m ON m.company_id = k.company_id AND m.user_id = k.owner_id AND m.created_at <= k.created_at
  LEFT JOIN (SELECT 0 AS of_roles UNION ALL SELECT 1) part ON part.of_roles = 0 OR m.user_id IS NOT NULL
  LEFT JOIN product_activations a ON part.of_roles = 0 AND a.company_id = k.company_id
    AND (a.product_code = k.product_code OR (k.product_code IS NULL AND a.status = 'enabled'))
  LEFT JOIN products pr ON part.of_roles = 0 AND pr.code = COALESCE(k.product_code, a.product_code)
  LEFT JOIN member_roles mr ON part.of_roles = 1 AND mr.company_id = m.company_id AND mr.user_id = m.user_id
  LEFT JOIN roles r ON r.company_id = mr.company_id AND r.id = mr.role_id
  LEFT JOIN service_keys v ON ${service}`;
}
