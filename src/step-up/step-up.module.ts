import { Module } from '@nestjs/common';
import { AuditModule } from '../audit';
import { TenancyModule } from '../tenancy';
import { UsersModule } from '../users';
import { FactorAttempts } from './factor-attempts';
import { FactorCheck } from './factor-check';
import { MyFactorsController } from './my-factors.controller';
import { MyFactorsService } from './my-factors.service';
import { OneTimeCodes } from './one-time-codes';
import { Pins } from './pins';
import { StaleProofs } from './stale-proofs';
import { StepUpController } from './step-up.controller';
import { StepUpService } from './step-up.service';
import { StepUpTokenEntity } from './step-up-token.entity';
import { TotpRewrap } from './totp-rewrap';
import { TotpSeal } from './totp-seal';
import { UserFactors } from './user-factors';

const factors = [
  FactorAttempts,
  FactorCheck,
  OneTimeCodes,
  Pins,
  StaleProofs,
  TotpRewrap,
  TotpSeal,
  UserFactors,
];

@Module({
  imports: [AuditModule, UsersModule, TenancyModule.forFeature([StepUpTokenEntity])],
  controllers: [StepUpController, MyFactorsController],
  providers: [...factors, MyFactorsService, StepUpService],
  exports: [FactorCheck, Pins, StaleProofs, StepUpService],
})
export class StepUpModule {}
