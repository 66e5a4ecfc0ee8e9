// All HTTP of the site: one place that knows addresses, the token and how failures look.

const SESSION_KEY = 'two.session';

export class ApiError extends Error {
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

// The access token lives for minutes; the cookie that renews it is out of reach for scripts.
const RENEW_BEFORE_MILLIS = 20_000;

/** Who is logged in here, as far as this browser knows. */
export function session() {
  const stored = localStorage.getItem(SESSION_KEY);
  const found = stored ? JSON.parse(stored) : null;
  return found && Date.parse(found.sessionEndsAt) > Date.now() ? found : null;
}

export function endSession() {
  localStorage.removeItem(SESSION_KEY);
}

function begin(started) {
  localStorage.setItem(SESSION_KEY, JSON.stringify(started));
  return started;
}

const isFresh = (current) => Date.parse(current.expiresAt) - RENEW_BEFORE_MILLIS > Date.now();

let renewing = null;

/** A session whose access token is good, renewed if need be: once, however many calls wait for it. */
async function current() {
  const known = session();
  if (!known || isFresh(known)) return known;
  renewing ??= renew().finally(() => { renewing = null; });
  return renewing;
}

async function renew() {
  try {
    return begin(await send('POST', '/sessions/refresh'));
  } catch (failure) {
    if (failure.status === 401 || failure.status === 403) { endSession(); return null; }
    throw failure;
  }
}

async function send(method, path, body, token) {
  const headers = {};
  if (token) headers.authorization = `Bearer ${token}`;
  if (body !== undefined) headers['content-type'] = 'application/json';
  let response;
  try {
    response = await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  } catch {
    throw new ApiError(0, 'OFFLINE', '서버에 닿지 않습니다. 잠시 뒤 다시 해 주세요.');
  }
  const text = await response.text();
  const answer = text ? JSON.parse(text) : {};
  if (response.ok) return answer;
  throw new ApiError(response.status, answer.error?.code ?? 'REFUSED', answer.error?.message ?? answer.message ?? '요청이 거절되었습니다.');
}

async function call(method, path, body) {
  const known = await current();
  try {
    return await send(method, path, body, known?.accessToken);
  } catch (failure) {
    // The gateway itself refuses a token with 401 or 403 and no code of ours.
    if (known && (failure.code === 'UNAUTHENTICATED' || (failure.code === 'REFUSED' && (failure.status === 401 || failure.status === 403)))) endSession();
    throw failure;
  }
}

export const signUp = async (account) => begin(await send('POST', '/accounts', account));
export const logIn = async (account) => begin(await send('POST', '/sessions', account));
export async function logOut() {
  endSession();
  await send('DELETE', '/sessions/current').catch(() => {});
}
export const forgot = (email) => send('POST', '/password-resets', { email });
export const reset = (token, password) => send('POST', '/password-resets/complete', { token, password });
export const verify = (token) => send('POST', '/email-verifications', { token });
export const changeEmail = (token) => send('POST', '/email-changes/complete', { token });
export const stopEmailChange = (token) => send('POST', '/email-changes/stop', { token });
export const home = () => call('GET', '/home');
export const titles = (query, limit) => call('GET', `/titles?q=${encodeURIComponent(query)}&limit=${limit}`);
export const title = (id) => call('GET', `/titles/${id}`);
export const rate = (id, stars) => call('PUT', `/titles/${id}/rating`, { stars });
export const unrate = (id) => call('DELETE', `/titles/${id}/rating`);
export async function pick(titleIds) {
  const answer = await call('PUT', '/me/picks', { titleIds });
  begin({ ...session(), picks: titleIds.length });
  return answer;
}
