// All HTTP of the site: one place that knows addresses, the token and how failures look.

const SESSION_KEY = 'two.session';

export class ApiError extends Error {
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export function session() {
  const stored = localStorage.getItem(SESSION_KEY);
  const found = stored ? JSON.parse(stored) : null;
  return found && Date.parse(found.expiresAt) > Date.now() ? found : null;
}

export function endSession() {
  localStorage.removeItem(SESSION_KEY);
}

function begin(started) {
  localStorage.setItem(SESSION_KEY, JSON.stringify(started));
  return started;
}

async function call(method, path, body) {
  const headers = {};
  const current = session();
  if (current) headers.authorization = `Bearer ${current.accessToken}`;
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
  // The gateway itself refuses a token that is no longer good, with 401 or 403.
  if (current && (response.status === 401 || response.status === 403)) endSession();
  throw new ApiError(response.status, answer.error?.code ?? 'REFUSED', answer.error?.message ?? answer.message ?? '요청이 거절되었습니다.');
}

export const signUp = async (account) => begin(await call('POST', '/accounts', account));
export const logIn = async (account) => begin(await call('POST', '/sessions', account));
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
