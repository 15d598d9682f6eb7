import { z } from 'zod';
import { type Permission } from '../../libs/permissions';
import { inFormat } from '../platform/http';

// Without dots, which only the program's own resources have. CASL reads the resource `all` and the action `manage` as everything.
const pattern = /^(?!all:)[a-z][a-z0-9-]{0,47}:(?!manage$)[a-z][a-z0-9-]{0,47}$/;

/** The name of a permission that a product defines. */
export const permissionNameSchema = z
  .string()
  .max(97)
  .check(inFormat('permission', pattern, 'must be a resource and an action, like orders:refund'))
  // A cast: what fits the pattern has a colon.
  .transform((name) => name as Permission);
