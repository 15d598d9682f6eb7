import { Entity, PrimaryColumn } from 'typeorm';
import { type KeyFormat } from '../../libs/api-key';
import { type KeyKind } from '../../libs/permissions';
import {
  ComputedFlagColumn,
  CountColumn,
  FlagColumn,
  JsonColumn,
  PrimaryIdColumn,
  TextColumn,
  UpkeepCountColumn,
} from '../platform/database';
import {
  cautiousStepUp,
  type HolderReportRule,
  type KeyVisibility,
  type MachineRule,
  type StepUpPolicy,
  stepUpPolicy,
} from './key-policy';

/** What a company allows for one kind of key. The row is also the lock under which keys of that kind are counted. */
@Entity('key_policies')
export class KeyPolicyEntity {
  @PrimaryIdColumn({ name: 'company_id' })
  companyId!: string;

  @PrimaryColumn({ type: 'varchar' })
  kind!: KeyKind;

  @FlagColumn()
  enabled!: boolean;

  @CountColumn({ name: 'max_active', nullable: true })
  maxActive!: number | null;

  @FlagColumn({ name: 'name_required' })
  nameRequired!: boolean;

  @CountColumn({ name: 'max_lifetime_days', nullable: true })
  maxLifetimeDays!: number | null;

  @TextColumn()
  visibility!: KeyVisibility;

  @TextColumn()
  format!: KeyFormat;

  @JsonColumn(stepUpPolicy, cautiousStepUp, { name: 'step_up' })
  stepUp!: StepUpPolicy;

  @TextColumn()
  machines!: MachineRule;

  @FlagColumn({ name: 'self_rotate' })
  selfRotate!: boolean;

  @TextColumn({ name: 'on_holder_report' })
  onHolderReport!: HolderReportRule;

  /** The maximum lifetime by which lists of keys are sorted, 0 for none. */
  @UpkeepCountColumn({ name: 'recapped_days' })
  recappedDays?: number | null;

  /** Whether that is no longer the maximum. */
  @ComputedFlagColumn({ name: 'recap_due' })
  recapDue?: boolean;
}
