import { type components } from './openapi';

/** What the API is sent and answers with, by the names of the OpenAPI document, as `Schemas['Key']`. */
export type Schemas = components['schemas'];

export { type Client, type ClientOptions, createClient } from './client';
export { isProblem, type Problem } from './problem';
export * from './schemas';
