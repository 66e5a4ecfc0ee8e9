/** Fails unless both are the same, member by member. */
export function same(found: unknown, expected: unknown, about = ''): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${about && `${about}: `}expected ${b} but found ${a}`);
}
