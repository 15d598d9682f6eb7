import { Module } from '@nestjs/common';
import { EventsModule } from '../events';
import { TenancyModule } from '../tenancy';
import { UsersModule } from '../users';
import { FactorAttempts } from './factor-attempts';
import { FactorCheck } from './factor-check';
import { StepUpController } from './step-up.controller';
import { StepUpService } from './step-up.service';
import { StepUpTokenEntity } from './step-up-token.entity';

@Module({
  imports: [EventsModule, UsersModule, TenancyModule.forFeature([StepUpTokenEntity])],
  controllers: [StepUpController],
  providers: [FactorAttempts, FactorCheck, StepUpService],
  exports: [StepUpService],
})
export class StepUpModule {}
