/** Addresses of pages. The address is the state: what is not in it is not there after a reload. */
export interface Place {
  readonly path: string;
  readonly query: URLSearchParams;
  /** What follows '#': tokens out of mails, which no server is sent. */
  readonly hash: string;
}

export type PathParameters = Readonly<Record<string, string>>;

export function placeOf(address: string): Place {
  const url = new URL(address, 'http://site');
  const path = url.pathname.length > 1 ? url.pathname.replace(/\/+$/, '') : '/';
  return { path: path || '/', query: url.searchParams, hash: url.hash.replace(/^#/, '') };
}

/** The parameters of a path that fits a pattern such as `/title/:id`, or null. */
export function matchPath(pattern: string, path: string): PathParameters | null {
  const expected = pattern.split('/');
  const given = path.split('/');
  if (expected.length !== given.length) return null;
  const parameters: Record<string, string> = {};
  for (let i = 0; i < expected.length; i++) {
    const part = expected[i]!;
    const text = given[i]!;
    if (!part.startsWith(':')) {
      if (part !== text) return null;
    } else if (text === '') {
      return null;
    } else {
      try {
        parameters[part.slice(1)] = decodeURIComponent(text);
      } catch {
        return null;
      }
    }
  }
  return parameters;
}

/** An address with a changed query; null and '' take a parameter away. */
export function withQuery(path: string, query: URLSearchParams, changes: Record<string, string | null>): string {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
  }
  const text = next.toString();
  return text ? `${path}?${text}` : path;
}

/** Links out of mails end in `#/page/token`; these are the pages they lead to. */
const MAILED = new Map(Object.entries({
  join: '/join',
  enter: '/login',
  forgot: '/forgot',
  pick: '/pick',
  reset: '/reset',
  verify: '/verify',
  'change-email': '/change-email',
  'stop-email-change': '/stop-email-change',
}));

/** Where a mailed link really leads, its token still behind '#'; null for other fragments. */
export function mailedAddress(hash: string): string | null {
  const parts = /^\/([a-z-]+)(?:\/(.*))?$/.exec(hash);
  const path = parts ? MAILED.get(parts[1]!) : undefined;
  if (!path) return null;
  return parts![2] ? `${path}#${parts![2]}` : path;
}

/** Only a path of this site is gone back to after a log-in. */
export function ownPath(given: string | null): string {
  return given && /^\/(?![/\\])[\x21-\x7e]*$/.test(given) && !given.includes('\\') ? given : '/';
}
