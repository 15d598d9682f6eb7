import { problems } from '../../libs/problems';
import { problem } from '../platform/http';

export const companyNotInReview = problem(problems.companyNotInReview);
export const companyChanged = problem(problems.companyChanged);
export const companyNameNotPending = problem(problems.companyNameNotPending);
export const companyClosed = problem(problems.companyClosed);
export const companyHasOwner = problem(problems.companyHasOwner);
export const externalIdTaken = problem(problems.externalIdTaken);
export const companyAlreadySuspended = problem(problems.companyAlreadySuspended);
export const companyNotSuspended = problem(problems.companyNotSuspended);
export const ownCompany = problem(problems.ownCompany);
export const productCodeTaken = problem(problems.productCodeTaken);
export const permissionHeld = problem(problems.permissionHeld);
