import { applyDecorators, Header } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { type z } from 'zod';

/** Declares what a route answers with, for the OpenAPI document. */
export function Answers(status: number, description: string, schema?: z.ZodType): MethodDecorator {
  return ApiResponse(schema ? { status, description, standardSchema: schema } : { status, description });
}

/** For answers that hold a secret: no cache on the way may keep them (RFC 9111). */
export function HoldsSecret(): MethodDecorator {
  return applyDecorators(Header('Cache-Control', 'no-store'));
}
