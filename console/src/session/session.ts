import { answerOf, api, type Schemas } from '../api/client';
import { isProblem } from '../api/problem';

/** Who is signed in here, for which company, and with which permissions there. */
export interface Session extends Readonly<Schemas['Session']> {
  /** Platform staff, who belong to no company. */
  readonly operator: boolean;
}

/** @throws 401 when nobody is signed in. */
export async function readSession(): Promise<Session> {
  return withOperator(await answerOf(api.GET('/api/v1/sessions/current')));
}

/** Opens a session with a password, or with a personal key in its place. */
export async function signIn(credentials: Schemas['SignIn']): Promise<Session> {
  return withOperator(await answerOf(api.POST('/api/v1/sessions', { body: credentials })));
}

export async function signOut(): Promise<void> {
  await api.DELETE('/api/v1/sessions/current');
}

/** Acts for another of one's companies from now on. */
export async function switchCompany(companyId: string): Promise<Session> {
  const session = await answerOf(api.PUT('/api/v1/sessions/current/company', { body: { companyId } }));
  return withOperator(session);
}

/** The session does not say who is an operator. Who has a company is none; of the others, the server lets only those in. */
async function withOperator(session: Schemas['Session']): Promise<Session> {
  const couldBe = session.company === null && session.companies.length === 0 && session.method === 'password';
  return { ...session, operator: couldBe && (await mayOperate()) };
}

async function mayOperate(): Promise<boolean> {
  try {
    await api.GET('/api/v1/platform/companies', { params: { query: { limit: 1 } } });
    return true;
  } catch (error) {
    if (isProblem(error) && error.status === 403) return false;
    throw error;
  }
}

/** Sign-in leads to the company one was in last; who has just joined one comes for that. */
export async function inCompany(slug: string, session: Session): Promise<Session> {
  const joined = session.companies.find((company) => company.slug === slug);
  if (joined === undefined || joined.id === session.company?.id) return session;
  return switchCompany(joined.id);
}
