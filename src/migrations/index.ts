import { EventLog1790000000001 } from './0001-event-log';
import { CompaniesAndPeople1790000000002 } from './0002-companies-and-people';
import { SessionsAndStepUp1790000000003 } from './0003-sessions-and-step-up';
import { Keys1790000000004 } from './0004-keys';
import { Operators1790000000006 } from './0006-operators';
import { Platform1790000000007 } from './0007-platform';
import { UserFactors1790000000008 } from './0008-user-factors';
import { Invitations1790000000009 } from './0009-invitations';
import { Limits1790000000010 } from './0010-limits';
import { IdempotencyKeys1790000000011 } from './0011-idempotency-keys';
import { UsageHours1790000000012 } from './0012-usage-hours';
import { Instances1790000000013 } from './0013-instances';
import { NameSkeletons1790000000014 } from './0014-name-skeletons';
import { InvitationsWithoutPeople1790000000015 } from './0015-invitations-without-people';
import { RunsWith1790000000016 } from './0016-runs-with';
import { KeyWords1790000000017 } from './0017-key-words';
import { KeyLists1790000000018 } from './0018-key-lists';
import { CompanyRevisions1790000000022 } from './0022-company-revisions';
import { CompaniesOfOperators1790000000023 } from './0023-companies-of-operators';
import { SealedSecrets1790000000024 } from './0024-sealed-secrets';
import { LastUses1790000000025 } from './0025-last-uses';
import { WordsOfKeys1790000000026 } from './0026-words-of-keys';
import { ProductPermissions1790000000027 } from './0027-product-permissions';
import { DisabledKeys1790000000028 } from './0028-disabled-keys';
import { ReleasedNames1790000000029 } from './0029-released-names';
import { KeyDescriptions1790000000032 } from './0032-key-descriptions';
import { ServiceAccounts1790000000034 } from './0034-service-accounts';
import { ListedKeys1790000000035 } from './0035-listed-keys';
import { EnvironmentsOfKeys1790000000036 } from './0036-environments-of-keys';
import { ImportedKeys1790000000037 } from './0037-imported-keys';
import { SelfRotation1790000000038 } from './0038-self-rotation';
import { PlatformServiceKeys1790000000039 } from './0039-platform-service-keys';
import { MadeWith1790000000040 } from './0040-made-with';
import { TimeZones1790000000041 } from './0041-time-zones';
import { InvitedBy1790000000044 } from './0044-invited-by';
import { ShapesOfKeys1790000000045 } from './0045-shapes-of-keys';
import { FailingKeys1790000000047 } from './0047-failing-keys';
import { EventsByActor1790000000049 } from './0049-events-by-actor';
import { Gateways1790000000051 } from './0051-gateways';
import { HolderReports1790000000052 } from './0052-holder-reports';
import { Duties1790000000054 } from './0054-duties';
import { Notices1790000000059 } from './0059-notices';

/** Kunci's own migrations, in the order they run. A merged one is never edited; a change is a new one at the end. */
export const migrations = [
  EventLog1790000000001,
  CompaniesAndPeople1790000000002,
  SessionsAndStepUp1790000000003,
  Keys1790000000004,
  Operators1790000000006,
  Platform1790000000007,
  UserFactors1790000000008,
  Invitations1790000000009,
  Limits1790000000010,
  IdempotencyKeys1790000000011,
  UsageHours1790000000012,
  Instances1790000000013,
  NameSkeletons1790000000014,
  InvitationsWithoutPeople1790000000015,
  RunsWith1790000000016,
  KeyWords1790000000017,
  KeyLists1790000000018,
  CompanyRevisions1790000000022,
  CompaniesOfOperators1790000000023,
  SealedSecrets1790000000024,
  LastUses1790000000025,
  WordsOfKeys1790000000026,
  ProductPermissions1790000000027,
  DisabledKeys1790000000028,
  ReleasedNames1790000000029,
  KeyDescriptions1790000000032,
  ServiceAccounts1790000000034,
  ListedKeys1790000000035,
  EnvironmentsOfKeys1790000000036,
  ImportedKeys1790000000037,
  SelfRotation1790000000038,
  PlatformServiceKeys1790000000039,
  MadeWith1790000000040,
  TimeZones1790000000041,
  InvitedBy1790000000044,
  ShapesOfKeys1790000000045,
  FailingKeys1790000000047,
  EventsByActor1790000000049,
  Gateways1790000000051,
  HolderReports1790000000052,
  Duties1790000000054,
  Notices1790000000059,
];
