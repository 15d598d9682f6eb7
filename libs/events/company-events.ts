import * as z from 'zod/mini';
import { defineEvent } from './define-event';
import { noFacts, productPermissions, text, texts, toBoth } from './facts';

const decision = z.strictObject({ reason: z.optional(text) });
const newName = z.strictObject({ name: z.strictObject({ from: text, to: text }) });
const aProduct = z.strictObject({ name: text });
const ofCompany = { target: 'company', evicts: 'company', ...toBoth } as const;
const ofProduct = { target: 'product', data: aProduct, evicts: 'company', ...toBoth } as const;

/** What happens to a company: its standing, its products, its settings and its roles. */
export const companyEvents = {
  companyFounded: defineEvent('company.founded', {
    label: 'Company founded',
    target: 'company',
    data: z.strictObject({ name: text, slug: text }),
    ...toBoth,
  }),
  companyUpdated: defineEvent('company.updated', {
    label: 'Company renamed',
    ...ofCompany,
    data: newName,
  }),
  companyNameRequested: defineEvent('company.name-requested', {
    label: 'Company name requested',
    target: 'company',
    data: newName,
    ...toBoth,
  }),
  companyNameWithdrawn: defineEvent('company.name-withdrawn', {
    label: 'Company name withdrawn',
    target: 'company',
    data: newName,
    ...toBoth,
  }),
  companyNameApproved: defineEvent('company.name-approved', {
    label: 'Company name approved',
    ...ofCompany,
    data: newName,
  }),
  companyNameRejected: defineEvent('company.name-rejected', {
    label: 'Company name rejected',
    target: 'company',
    data: newName,
    ...toBoth,
  }),
  companySubmitted: defineEvent('company.submitted', {
    label: 'Company submitted for review',
    ...ofCompany,
    data: noFacts,
  }),
  companyApproved: defineEvent('company.approved', {
    label: 'Company approved',
    ...ofCompany,
    data: decision,
  }),
  companyRejected: defineEvent('company.rejected', {
    label: 'Company rejected',
    ...ofCompany,
    data: decision,
  }),
  companySuspended: defineEvent('company.suspended', {
    label: 'Company suspended',
    ...ofCompany,
    data: decision,
  }),
  companyReinstated: defineEvent('company.reinstated', {
    label: 'Company reinstated',
    ...ofCompany,
    data: decision,
  }),

  companyClosed: defineEvent('company.closed', {
    label: 'Company closed',
    ...ofCompany,
    data: z.strictObject({ keys: z.int(), sessions: z.int() }),
  }),

  productRequested: defineEvent('product.requested', {
    label: 'Product requested',
    ...ofProduct,
  }),
  productEnabled: defineEvent('product.enabled', {
    label: 'Product enabled',
    ...ofProduct,
  }),
  productDisabled: defineEvent('product.disabled', {
    label: 'Product disabled',
    ...ofProduct,
  }),
  settingsUpdated: defineEvent('settings.updated', {
    label: 'Settings changed',
    target: 'company',
    data: z.strictObject({
      changes: z.record(text, z.strictObject({ from: z.unknown(), to: z.unknown() })),
    }),
    evicts: 'company',
  }),
  roleCreated: defineEvent('role.created', {
    label: 'Role created',
    target: 'role',
    data: z.strictObject({ name: text, permissions: texts, productPermissions }),
  }),
  roleUpdated: defineEvent('role.updated', {
    label: 'Role changed',
    target: 'role',
    data: z.strictObject({
      name: text,
      permissions: z.nullable(texts),
      productPermissions,
      before: z.strictObject({ name: text, permissions: z.nullable(texts) }),
    }),
    evicts: 'company',
  }),
  roleDeleted: defineEvent('role.deleted', {
    label: 'Role deleted',
    target: 'role',
    data: z.strictObject({ name: text }),
    evicts: 'company',
  }),
} as const;
