import { api } from './client';
import { isProblem } from './problem';

const askAgainMs = 3_000;

/**
 * Loads a part of the console, code or strings, that was not needed until now. While the server is lost it is waited for;
 * what cannot be loaded although the server answers, such as a part of a version that was replaced, is a failure.
 */
export async function loadPart<Part>(load: () => Promise<Part>): Promise<Part> {
  const [first] = await Promise.allSettled([load()]);
  if (first.status === 'fulfilled') return first.value;
  await untilServerAnswers();
  return load();
}

async function untilServerAnswers(): Promise<void> {
  while (!(await answers())) await new Promise((resolve) => setTimeout(resolve, askAgainMs));
}

/** Asked through the client, which tells the banner that the server is lost, and that it is back. */
async function answers(): Promise<boolean> {
  try {
    await api.GET('/health/live');
    return true;
  } catch (error) {
    return isProblem(error);
  }
}
