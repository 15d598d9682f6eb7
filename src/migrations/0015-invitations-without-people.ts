import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { type ColumnTypes, columnTypes } from '../platform/database';

/**
 * An invitation carries the username it was addressed to, and its roles. Who was invited and never joined is no member, and
 * a person whom nobody is, is gone. Open invitations keep their tokens, and their ids are those that the people had.
 */
export class InvitationsWithoutPeople1790000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    for (const table of [newInvitations(t), invitationRoles(t)]) await runner.query(`${table} ${t.table}`);
    // Copied before anything is deleted: on MySQL there is no transaction around this.
    for (const statement of [copyInvitations, copyRoles, ...forgetPeople]) await runner.query(statement);
    await runner.query('DROP TABLE invitations');
    await runner.query('ALTER TABLE new_invitations RENAME TO invitations');
    await runner.query('ALTER TABLE members DROP COLUMN joined');
    await runner.query('ALTER TABLE users DROP COLUMN pending');
  }

  async down(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    await runner.query('ALTER TABLE invitations RENAME TO new_invitations');
    await runner.query(`ALTER TABLE users ADD COLUMN pending ${t.flag} NOT NULL DEFAULT 0`);
    await runner.query(`ALTER TABLE members ADD COLUMN joined ${t.flag} NOT NULL DEFAULT 1`);
    await runner.query(`${formerInvitations(t)} ${t.table}`);
    for (const statement of makePeople) await runner.query(statement);
    for (const table of ['invitation_roles', 'new_invitations']) await runner.query(`DROP TABLE ${table}`);
  }
}

/** One for each username in a company. Without a token nobody can redeem it. */
function newInvitations(t: ColumnTypes): string {
  return `CREATE TABLE new_invitations (
    company_id ${t.id} NOT NULL,
    id ${t.id} NOT NULL,
    username ${t.text(254)} NOT NULL,
    status ${t.text(16)} NOT NULL,
    token_hash ${t.bytes(32)} NULL,
    expires_at ${t.time} NULL,
    created_at ${t.time} NOT NULL,
    PRIMARY KEY (company_id, id),
    CONSTRAINT invitations_username UNIQUE (company_id, username),
    CONSTRAINT invitations_token UNIQUE (token_hash),
    CONSTRAINT invitations_company FOREIGN KEY (company_id) REFERENCES companies (id)
  )`;
}

/** As for members, the composite keys make a role of another company impossible. */
function invitationRoles(t: ColumnTypes): string {
  return `CREATE TABLE invitation_roles (
    company_id ${t.id} NOT NULL,
    invitation_id ${t.id} NOT NULL,
    role_id ${t.id} NOT NULL,
    PRIMARY KEY (company_id, invitation_id, role_id),
    CONSTRAINT invitation_roles_of FOREIGN KEY (company_id, invitation_id)
      REFERENCES new_invitations (company_id, id) ON DELETE CASCADE,
    CONSTRAINT invitation_roles_role FOREIGN KEY (company_id, role_id) REFERENCES roles (company_id, id)
  )`;
}

const copyInvitations = `
  INSERT INTO new_invitations (company_id, id, username, status, token_hash, expires_at, created_at)
  SELECT m.company_id, m.user_id, u.username, m.status, i.token_hash, i.expires_at, m.created_at
  FROM members m
  JOIN users u ON u.id = m.user_id
  LEFT JOIN invitations i ON i.company_id = m.company_id AND i.user_id = m.user_id AND i.used_at IS NULL
  WHERE m.joined = 0`;

const copyRoles = `
  INSERT INTO invitation_roles (company_id, invitation_id, role_id)
  SELECT r.company_id, r.user_id, r.role_id
  FROM member_roles r
  JOIN members m ON m.company_id = r.company_id AND m.user_id = r.user_id
  WHERE m.joined = 0`;

const forgetPeople = [
  `DELETE FROM member_roles WHERE (company_id, user_id) IN
    (SELECT company_id, user_id FROM members WHERE joined = 0)`,
  'DELETE FROM invitations',
  'DELETE FROM members WHERE joined = 0',
  'DELETE FROM users WHERE pending = 1',
];

function formerInvitations(t: ColumnTypes): string {
  return `CREATE TABLE invitations (
    company_id ${t.id} NOT NULL,
    user_id ${t.id} NOT NULL,
    token_hash ${t.bytes(32)} NOT NULL,
    expires_at ${t.time} NOT NULL,
    used_at ${t.time} NULL,
    PRIMARY KEY (company_id, user_id),
    CONSTRAINT invitations_token UNIQUE (token_hash),
    CONSTRAINT invitations_member FOREIGN KEY (company_id, user_id)
      REFERENCES members (company_id, user_id) ON DELETE CASCADE
  )`;
}

/** A hash that no password has. */
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$h4C1iwh9GBZkgWZyh64qBg$dHZTTI5jv6jF1lsS8Y5By9ok/1sE1rGaTtKsHZyt/sM';

/** Whom several companies invited is one person again. Who became a member by another way is no invited one beside it. */
const makePeople = [
  `INSERT INTO users (id, username, password_hash, last_company_id, created_at, operator, pending)
    SELECT MIN(i.id), i.username, '${nobodysHash}', NULL, MIN(i.created_at), 0, 1
    FROM new_invitations i
    WHERE NOT EXISTS (SELECT 1 FROM users u WHERE u.username = i.username)
    GROUP BY i.username`,
  `INSERT INTO members (company_id, user_id, status, created_at, joined)
    SELECT i.company_id, u.id, i.status, i.created_at, 0
    FROM new_invitations i
    JOIN users u ON u.username = i.username
    WHERE NOT EXISTS (SELECT 1 FROM members m WHERE m.company_id = i.company_id AND m.user_id = u.id)`,
  `INSERT INTO member_roles (company_id, user_id, role_id)
    SELECT r.company_id, u.id, r.role_id
    FROM invitation_roles r
    JOIN new_invitations i ON i.company_id = r.company_id AND i.id = r.invitation_id
    JOIN users u ON u.username = i.username
    JOIN members m ON m.company_id = i.company_id AND m.user_id = u.id AND m.joined = 0`,
  `INSERT INTO invitations (company_id, user_id, token_hash, expires_at, used_at)
    SELECT i.company_id, u.id, i.token_hash, i.expires_at, NULL
    FROM new_invitations i
    JOIN users u ON u.username = i.username
    JOIN members m ON m.company_id = i.company_id AND m.user_id = u.id AND m.joined = 0
    WHERE i.token_hash IS NOT NULL`,
];
