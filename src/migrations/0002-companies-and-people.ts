import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { type ColumnTypes, columnTypes } from '../platform/database';

export class CompaniesAndPeople1790000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    for (const table of [
      companies(t),
      settings(t),
      policies(t),
      users(t),
      roles(t),
      members(t),
      memberRoles(t),
    ]) {
      await runner.query(`${table} ${t.table}`);
    }
    await runner.query('CREATE INDEX members_user ON members (user_id, company_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = [
      'member_roles',
      'members',
      'roles',
      'users',
      'key_policies',
      'company_settings',
      'companies',
    ];
    for (const table of tables) await runner.query(`DROP TABLE ${table}`);
  }
}

function companies(t: ColumnTypes): string {
  return `CREATE TABLE companies (
    id ${t.id} NOT NULL PRIMARY KEY,
    name ${t.text(100)} NOT NULL,
    slug ${t.text(63)} NOT NULL,
    status ${t.text(16)} NOT NULL,
    created_at ${t.time} NOT NULL,
    CONSTRAINT companies_slug UNIQUE (slug)
  )`;
}

function settings(t: ColumnTypes): string {
  return `CREATE TABLE company_settings (
    company_id ${t.id} NOT NULL PRIMARY KEY,
    locale ${t.text(8)} NOT NULL,
    CONSTRAINT company_settings_company FOREIGN KEY (company_id) REFERENCES companies (id)
  )`;
}

function policies(t: ColumnTypes): string {
  return `CREATE TABLE key_policies (
    company_id ${t.id} NOT NULL,
    kind ${t.text(16)} NOT NULL,
    enabled ${t.flag} NOT NULL,
    max_active ${t.count} NULL,
    name_required ${t.flag} NOT NULL,
    max_lifetime_days ${t.count} NULL,
    visibility ${t.text(16)} NOT NULL,
    format ${t.text(16)} NOT NULL,
    step_up ${t.json} NOT NULL,
    PRIMARY KEY (company_id, kind),
    CONSTRAINT key_policies_company FOREIGN KEY (company_id) REFERENCES companies (id)
  )`;
}

function users(t: ColumnTypes): string {
  return `CREATE TABLE users (
    id ${t.id} NOT NULL PRIMARY KEY,
    username ${t.text(254)} NOT NULL,
    password_hash ${t.text(255)} NOT NULL,
    last_company_id ${t.id} NULL,
    created_at ${t.time} NOT NULL,
    CONSTRAINT users_username UNIQUE (username),
    CONSTRAINT users_last_company FOREIGN KEY (last_company_id) REFERENCES companies (id)
  )`;
}

function roles(t: ColumnTypes): string {
  return `CREATE TABLE roles (
    id ${t.id} NOT NULL PRIMARY KEY,
    company_id ${t.id} NOT NULL,
    name ${t.text(64)} NOT NULL,
    system_code ${t.text(32)} NULL,
    permissions ${t.json} NULL,
    CONSTRAINT roles_company_id UNIQUE (company_id, id),
    CONSTRAINT roles_name UNIQUE (company_id, name),
    CONSTRAINT roles_company FOREIGN KEY (company_id) REFERENCES companies (id)
  )`;
}

function members(t: ColumnTypes): string {
  return `CREATE TABLE members (
    company_id ${t.id} NOT NULL,
    user_id ${t.id} NOT NULL,
    status ${t.text(16)} NOT NULL,
    created_at ${t.time} NOT NULL,
    PRIMARY KEY (company_id, user_id),
    CONSTRAINT members_company FOREIGN KEY (company_id) REFERENCES companies (id),
    CONSTRAINT members_user FOREIGN KEY (user_id) REFERENCES users (id)
  )`;
}

/** The composite keys make a role of one company for a member of another impossible, whatever the code does. */
function memberRoles(t: ColumnTypes): string {
  return `CREATE TABLE member_roles (
    company_id ${t.id} NOT NULL,
    user_id ${t.id} NOT NULL,
    role_id ${t.id} NOT NULL,
    PRIMARY KEY (company_id, user_id, role_id),
    CONSTRAINT member_roles_member FOREIGN KEY (company_id, user_id) REFERENCES members (company_id, user_id),
    CONSTRAINT member_roles_role FOREIGN KEY (company_id, role_id) REFERENCES roles (company_id, id)
  )`;
}
