import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Requires, RequiresInPasswordSession } from '../access';
import { Answers, LongBody } from '../platform/http';
import { StepUpToken } from '../step-up';
import { type Principal } from '../tenancy';
import { ImportKeysService } from './imports/import-keys.service';
import { ImportProgressService } from './imports/import-progress.service';
import { RemoveShapeService } from './imports/remove-shape.service';
import {
  type ImportedKeys,
  importedKeys,
  type ImportProgress,
  importProgress,
  type KeyImport,
  keyImport,
  type RemovedShape,
  removedShape,
  type ShapeRemoval,
  shapeRemoval,
} from './key-import.schema';

/** Bringing keys from another system. */
@ApiTags('Keys')
@Controller('keys')
export class KeyImportController {
  constructor(
    private readonly importing: ImportKeysService,
    private readonly progress: ImportProgressService,
    private readonly removing: RemoveShapeService,
  ) {}

  @Get('imports')
  @Requires('keys.company:import', 'keys.product:import')
  @ApiOperation({
    operationId: 'getImportProgress',
    summary: 'How many imported keys were used since, and how they are spelled',
    description: 'It counts keys that still have the secret they were imported with and are not revoked.',
  })
  @Answers(200, 'The imports of the company.', importProgress)
  imports(@CurrentPrincipal() principal: Principal): Promise<ImportProgress> {
    return this.progress.get(principal);
  }

  @Delete('imports/shapes/:id')
  @RequiresInPasswordSession('keys.company:import', 'keys.product:import')
  @ApiOperation({
    operationId: 'removeKeyShape',
    summary: 'Remove a shape of imported keys that was wrong, so that another has room',
    description:
      'It ends no key. One that keys were used with stays, until they are revoked or rotated. One that keys came with and wait for their first use ' +
      'goes with `force`: they are kept, and can be used once they are sent again with the right shape. Asks for the same step-up as an import of company keys.',
  })
  @Answers(200, 'The shape is removed.', removedShape)
  @Answers(409, 'Keys need it, or something has to be set up first.')
  removeShape(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Query({ schema: shapeRemoval }) { force }: ShapeRemoval,
    @StepUpToken() stepUpToken: string | null,
  ): Promise<RemovedShape> {
    return this.removing.remove(principal, id, force, stepUpToken);
  }

  @Post('import')
  @HttpCode(200)
  @LongBody()
  @RequiresInPasswordSession('keys.company:import', 'keys.product:import')
  @ApiOperation({
    operationId: 'importKeys',
    summary: 'Import keys of another system by their hashes; they keep working as they are',
    description:
      'Takes up to 512 KiB. Asks for the strongest step-up that any key policy of the company asks for, with the action `import`. ' +
      'It takes no `Idempotency-Key`: send it again, and rows that are there answer `key-already-imported`.',
  })
  @Answers(200, 'The result of each row.', importedKeys)
  @Answers(409, 'The kind is switched off, or something has to be set up first.')
  import(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: keyImport }) input: KeyImport,
    @StepUpToken() stepUpToken: string | null,
  ): Promise<ImportedKeys> {
    return this.importing.import(principal, input, stepUpToken);
  }
}
