import { type Permission } from './resource';

/** What a product protects outside this program, in the service behind it. */
export interface ProductPermission {
  /** What keys and roles store. A permission that is removed and defined again gets another one. */
  readonly id: string;
  /** Of all products no two have the same, and none has the resource of a module. */
  readonly name: Permission;
  /** As its operator wrote it. */
  readonly label: string;
}

/** A product of a company, as far as permissions depend on it. */
export interface OfferedProduct {
  readonly code: string;
  readonly name: string;
  readonly permissions: readonly ProductPermission[];
  /** Whether every member holds its permissions, and not only those who administer the company. */
  readonly forMembers: boolean;
  /** Whether the company has it now. */
  readonly enabled: boolean;
}
