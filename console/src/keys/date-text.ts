/** As a date field and the API write a day, which for both is a day in UTC. */
export function dateText(at: Date): string {
  return at.toISOString().slice(0, 10);
}
