import { say } from '../../components/Toasts.tsx';
import { linkWaiting } from '../../api/account.ts';
import { language, words } from '../../core/language.ts';
import { go, type Location } from '../../core/navigation.ts';
import { withQuery } from '../../core/route.ts';
import { http, sessions } from '../../core/site.ts';

const text = words(
  {
    joined: '가입되었어요. 반가워요!',
    returned: '다시 오셨네요. 반가워요!',
    linked: '계정을 연결했어요.',
  },
  { joined: 'You have signed up. Welcome!', returned: 'Welcome back!', linked: 'The account is linked.' },
);

/** The provider whose log-in waits to be linked once the person has logged in as ever. */
const WAITING_KEY = 'two.waiting-link';

/**
 * Comes back from a provider: with a cookie out of which the session is opened, or with what went wrong, which the
 * log-in page says.
 */
export async function arrive({ path, query, hash }: Location): Promise<void> {
  const error = query.get('socialError');
  if (error) {
    const provider = query.get('provider') ?? '';
    if (error === 'EMAIL_TAKEN') sessionStorage.setItem(WAITING_KEY, provider);
    if (!sessions.get()) go(`/login?${new URLSearchParams({ socialError: error, provider })}`, { replace: true });
    return;
  }
  const outcome = query.get('social');
  if (!outcome) return;
  const clean = withQuery(path, query, { social: null, provider: null }) + (hash ? `#${hash}` : '');
  const session = await http.resume().catch(() => null);
  const said = text[language.get()];
  if (outcome === 'joined' || outcome === 'returned' || outcome === 'linked') say(said[outcome]);
  go(session && outcome !== 'linked' && session.picks < 3 ? '/pick' : clean, { replace: true });
}

/** After a log-in that had to come first: links what waits. Says whether it did. */
export async function linkWhatWaits(): Promise<boolean> {
  const provider = sessionStorage.getItem(WAITING_KEY);
  sessionStorage.removeItem(WAITING_KEY);
  if (!provider) return false;
  try {
    await linkWaiting(provider);
    return true;
  } catch {
    return false;
  }
}
