import { Failure } from './failure.ts';
import { words, type Language } from './language.ts';

/** What to say of a failure: what it is and what can be done. */
const said = words(
  {
    OFFLINE: '서버에 닿지 않아요. 인터넷 연결을 확인하고 다시 해 주세요.',
    UNAVAILABLE: '잠시 쉬고 있어요. 조금 뒤에 다시 해 주세요.',
    TOO_MANY_REQUESTS: '여러 번 시도하셨어요. 잠시 뒤 다시 해 주세요.',
    wait: (seconds: number) => `여러 번 시도하셨어요. ${seconds < 90 ? `${seconds}초` : `${Math.ceil(seconds / 60)}분`} 뒤에 다시 해 주세요.`,
    UNAUTHENTICATED: '로그인이 풀렸어요. 다시 로그인해 주세요.',
    SESSION_ENDED: '로그인이 풀렸어요. 다시 로그인해 주세요.',
    FORBIDDEN: '이 일을 할 권한이 없어요.',
    NOT_FOUND: '찾으시는 것이 없어요. 지워졌거나 주소가 달라졌을 수 있어요.',
    CONFLICT: '그사이에 바뀌었어요. 새로 고친 뒤 다시 해 주세요.',
    BODY_TOO_LARGE: '너무 커서 보낼 수 없어요.',
    INVALID_VALUE: '입력한 내용을 다시 확인해 주세요.',
    MALFORMED_REQUEST: '입력한 내용을 다시 확인해 주세요.',
    WRONG_CREDENTIALS: '이메일이나 비밀번호가 맞지 않아요.',
    EMAIL_TAKEN: '이미 가입된 이메일이에요. 로그인해 주세요.',
    NICKNAME_TAKEN: '누군가 쓰고 있는 닉네임이에요. 다른 이름을 골라 주세요.',
    LINK_SPENT: '이미 썼거나 기한이 지난 링크예요. 새 링크를 받아 주세요.',
    LOG_IN_AGAIN: '안전을 위해 한 번 더 로그인해 주세요.',
    LAST_WAY_IN: '로그인할 방법이 이것뿐이에요. 비밀번호를 정하거나 다른 계정을 먼저 연결해 주세요.',
    SEAT_TAKEN: '자리가 모두 찼어요. 다른 파티를 찾아보세요.',
    RULE_FORBIDS: '이 서비스의 약관이 허락하지 않는 나눔이에요.',
    PAYMENT_FAILED: '결제가 되지 않았어요. 빠져나간 돈은 돌려 드려요.',
    SPEECH_UNAVAILABLE: '지금은 말을 알아들을 수 없어요. 글로 적어 주세요.',
    otherwise: '뜻밖의 문제가 생겼어요. 다시 해 보고, 그래도 안 되면 알려 주세요.',
    number: (id: string) => ` (번호 ${id})`,
  },
  {
    OFFLINE: 'The server cannot be reached. Check your connection and try again.',
    UNAVAILABLE: 'We are waking up. Please try again in a moment.',
    TOO_MANY_REQUESTS: 'That was a lot of attempts. Please try again in a while.',
    wait: (seconds) => `That was a lot of attempts. Try again in ${seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`}.`,
    UNAUTHENTICATED: 'You were logged out. Please log in again.',
    SESSION_ENDED: 'You were logged out. Please log in again.',
    FORBIDDEN: 'You may not do this.',
    NOT_FOUND: 'There is nothing here. It may be gone or have moved.',
    CONFLICT: 'It changed in the meantime. Reload and try again.',
    BODY_TOO_LARGE: 'This is too large to send.',
    INVALID_VALUE: 'Please check what you entered.',
    MALFORMED_REQUEST: 'Please check what you entered.',
    WRONG_CREDENTIALS: 'The e-mail address or the password is wrong.',
    EMAIL_TAKEN: 'This address has an account already. Please log in.',
    NICKNAME_TAKEN: 'Somebody has this nickname. Please choose another.',
    LINK_SPENT: 'This link was used or has expired. Please ask for a new one.',
    LOG_IN_AGAIN: 'To be safe, please log in once more.',
    LAST_WAY_IN: 'This is your only way in. Set a password or link another account first.',
    SEAT_TAKEN: 'All seats are taken. Have a look at other parties.',
    RULE_FORBIDS: 'The service’s own rules do not allow sharing like this.',
    PAYMENT_FAILED: 'The payment did not go through. What was taken is given back.',
    SPEECH_UNAVAILABLE: 'Speech cannot be recognised at the moment. Please type it.',
    otherwise: 'Something unexpected went wrong. Try again, and tell us if it stays.',
    number: (id) => ` (number ${id})`,
  },
);

/** What happened and what can be done; where it is ours, with the number by which we find it. */
export function problem(failure: Failure, language: Language): string {
  const here = said[language];
  const text = sentence(failure, language);
  const findable = failure.requestId !== '' && (failure.ours || text === here.otherwise);
  return findable ? text + here.number(failure.requestId) : text;
}

function sentence(failure: Failure, language: Language): string {
  const here = said[language];
  if (failure.code === 'TOO_MANY_REQUESTS' && failure.retryAfterSeconds) return here.wait(failure.retryAfterSeconds);
  if (failure.code === 'REFUSED' && (failure.status === 401 || failure.status === 403)) return here.UNAUTHENTICATED;
  if (failure.status === 429) return here.TOO_MANY_REQUESTS;
  const known = (here as Record<string, unknown>)[failure.code];
  if (typeof known === 'string' && failure.code !== 'otherwise') return known;
  return failure.passes ? here.UNAVAILABLE : here.otherwise;
}
