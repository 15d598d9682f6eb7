/** What a peer must answer and accept, so that one can be compared with Kunci byte by byte. */
export interface PeerTask {
  /** The body of Kunci's answer. */
  readonly view: unknown;
  /** The header fields of Kunci's answer but for those that each server makes for itself. */
  readonly headers: Readonly<Record<string, string>>;
  /** The key that is accepted. */
  readonly key: string;
}

/** Which differ from answer to answer. */
const fieldsOfOneAnswer = ['date', 'x-request-id'];
/** Which Node and the framework set for each answer. */
const fieldsOfEachServer = ['connection', 'keep-alive', 'content-length', 'content-type'];

/** The task of answering as `url` does when it is asked with this key. */
export async function taskLike(url: string, key: string): Promise<PeerTask> {
  const { fields, body } = await answerOf(url, key);
  const sent = fields.filter(([name]) => !fieldsOfEachServer.includes(name));
  return { view: JSON.parse(body), headers: Object.fromEntries(sent), key };
}

export interface Answer {
  readonly status: number;
  /** By name, without those that differ from answer to answer. */
  readonly fields: readonly (readonly [string, string])[];
  readonly body: string;
}

/** What `url` answers when it is asked with this key. */
export async function answerOf(url: string, key: string): Promise<Answer> {
  const answered = await fetch(url, { headers: { 'x-api-key': key } });
  const fields = [...answered.headers].filter(([name]) => !fieldsOfOneAnswer.includes(name)).sort();
  return { status: answered.status, fields, body: await answered.text() };
}
