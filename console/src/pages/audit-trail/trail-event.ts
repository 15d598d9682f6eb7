import type { Schemas } from '../../api/client';

export type TrailEvent = Schemas['Event'];
