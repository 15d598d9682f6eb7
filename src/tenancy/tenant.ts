/** Which company's rows, and under which property the rows name it. */
export interface Tenant {
  readonly column: string;
  readonly companyId: string;
}
