import { type FindOptionsWhere, Not } from 'typeorm';
import { type QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import { events } from '../../libs/events';
import { type CompanyEntity, companyStatuses, unreadableStatus } from '../companies';
import { type problem } from '../platform/http';
import { companyAlreadySuspended, companyNotInReview, companyNotSuspended } from './operators.problems';

type DecisionEvent = (typeof events)[`company${'Approved' | 'Rejected' | 'Suspended' | 'Reinstated'}`];

/** One step of a company's life that an operator decides. */
export interface Decision {
  readonly event: DecisionEvent;
  /** Nobody decides so about a company of their own. */
  readonly favourable: boolean;
  /** Whether the members may read the reason. */
  readonly reasonIsPublic: boolean;
  /** In which companies it can be decided; of several decisions at once the first leaves nothing to the others. */
  readonly from: FindOptionsWhere<CompanyEntity>;
  readonly change: (reason: string | null) => QueryDeepPartialEntity<CompanyEntity>;
  readonly refusal: ReturnType<typeof problem>;
}

export const approval: Decision = {
  event: events.companyApproved,
  favourable: true,
  reasonIsPublic: true,
  from: { status: 'in_review' },
  change: () => ({ status: 'approved', rejectedReason: null }),
  refusal: companyNotInReview,
};

export const rejection: Decision = {
  event: events.companyRejected,
  favourable: false,
  reasonIsPublic: true,
  from: { status: 'in_review' },
  change: (reason) => ({ status: 'rejected', rejectedReason: reason }),
  refusal: companyNotInReview,
};

/** From whatever the company is, which is remembered first: MySQL assigns from left to right. */
export const suspension: Decision = {
  event: events.companySuspended,
  favourable: false,
  reasonIsPublic: false,
  from: { status: Not('suspended') },
  change: (reason) => ({ suspendedFrom: () => 'status', status: 'suspended', suspendedReason: reason }),
  refusal: companyAlreadySuspended,
};

const statusBefore = `CASE WHEN suspended_from IN (${companyStatuses.map((status) => `'${status}'`).join(', ')})
  THEN suspended_from ELSE '${unreadableStatus}' END`;

/** Back to what it was; the status is set before what it is set from is cleared. */
export const reinstatement: Decision = {
  event: events.companyReinstated,
  favourable: true,
  reasonIsPublic: true,
  from: { status: 'suspended' },
  change: () => ({ status: () => statusBefore, suspendedFrom: null, suspendedReason: null }),
  refusal: companyNotSuspended,
};
