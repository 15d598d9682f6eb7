/** Something that an event names: who did it, or what it was done to. */
export interface Named {
  readonly type: string;
  readonly id: string | null;
}

/** A page, as the table of places has it, and as one goes there. */
export interface PlaceOf {
  readonly path: string;
  readonly to: string;
}

const pages: Readonly<Record<string, string>> = {
  key: '/keys/:id',
  user: '/users/:id',
  'service-account': '/service-accounts/:id',
  role: '/settings/roles',
  company: '/company',
  product: '/company',
};

/** The page of what is named; null where there is none. */
export function pageOf({ type, id }: Named): PlaceOf | null {
  const path = pages[type];
  return path === undefined || id === null ? null : { path, to: path.replace(':id', id) };
}
