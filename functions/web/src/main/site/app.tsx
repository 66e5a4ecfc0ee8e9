import { render, type ComponentChildren, type ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { PreviewLayer } from './components/Preview.tsx';
import { Shell } from './components/Shell.tsx';
import { Toasts } from './components/Toasts.tsx';
import { Boundary, Trouble } from './components/Trouble.tsx';
import { Failure } from './core/failure.ts';
import { LanguageContext, useLocation, useSession, useStore } from './core/hooks.ts';
import { language } from './core/language.ts';
import { beginLive } from './core/live.ts';
import { go, here } from './core/navigation.ts';
import type { PageProps, Route } from './core/pages.ts';
import { matchPath, placeOf, type PathParameters, type Place } from './core/route.ts';
import { http, sessions } from './core/site.ts';
import { arrive } from './pages/account/arrival.ts';
import { routes } from './pages/routes.ts';

interface Fit {
  readonly route: Route;
  readonly params: PathParameters;
  readonly place: Place;
}

const unknown: Route = { pattern: '', load: () => import('./pages/UnknownPage.tsx') };

function fit(place: Place): Fit {
  for (const route of routes) {
    const params = matchPath(route.pattern, place.path);
    if (params) return { route, params, place };
  }
  return { route: unknown, params: {}, place };
}

const loaded = new Map<Route['load'], ComponentType<PageProps>>();

const ANEW_KEY = 'two.anew';
const ANEW_AT_MOST_EVERY_MILLIS = 60_000;

/** After a deployment the parts that this page names are gone, and a page that is loaded again names the new ones. */
function startAnew(): boolean {
  const last = Number(sessionStorage.getItem(ANEW_KEY) ?? 0);
  if (!navigator.onLine || Date.now() - last < ANEW_AT_MOST_EVERY_MILLIS) return false;
  sessionStorage.setItem(ANEW_KEY, String(Date.now()));
  location.reload();
  return true;
}

/** A page, whose code comes when it is first opened; the page before stays until then. */
function Page({ fit: { route, params, place }, member, onShown }: { fit: Fit; member: boolean; onShown?: () => void }) {
  const load = !member && route.visitor ? route.visitor : route.load;
  const [state, setState] = useState<{ load: Route['load']; failure: Failure | null } | null>(loaded.has(load) ? { load, failure: null } : null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (loaded.has(load)) {
      setState({ load, failure: null });
      return;
    }
    let wanted = true;
    load().then(
      (module) => { loaded.set(load, module.default); if (wanted) setState({ load, failure: null }); },
      () => wanted && !startAnew() && setState({ load, failure: new Failure(0, 'OFFLINE', 'A part of the site did not come') }),
    );
    return () => void (wanted = false);
  }, [load, round]);
  const Shown = loaded.get(load);
  useEffect(() => { if (Shown) onShown?.(); }, [Shown, place.path]);
  if (Shown) return <Shown key={route.pattern + JSON.stringify(params)} params={params} query={place.query} hash={place.hash} />;
  if (state?.failure && state.load === load) {
    return <div class="page"><Trouble failure={state.failure} retry={() => setRound(round + 1)} /></div>;
  }
  return <div aria-busy="true" />;
}

function App() {
  const location = useLocation();
  const session = useSession();
  const main = useRef<HTMLElement>(null);
  const top = fit(location);
  const over = top.route.over !== undefined;
  const below = over ? fit(placeOf(location.over ?? top.route.over ?? '/')) : top;
  const first = useRef(true);
  // A title opened by its address is all that somebody came for; what lies below comes when they close it.
  const alone = useRef(over && location.over === null);
  if (!over) alone.current = false;

  const mustLogIn = Boolean(top.route.members && !session);
  useEffect(() => {
    if (mustLogIn) go(`/login?returnTo=${encodeURIComponent(location.address)}`, { replace: true });
  }, [mustLogIn, location.address]);

  // A new page begins at its top, with the focus there; one that is come back to is where it was.
  useLayoutEffect(() => {
    if (location.scroll === null) return;
    const wanted = location.scroll;
    scrollTo(0, wanted);
    if (!first.current && !over) main.current?.focus({ preventScroll: true });
    first.current = false;
  }, [location]);
  const restore = () => { if (location.scroll) scrollTo(0, location.scroll); };

  if (mustLogIn) return <main id="main" />;
  return (
    <>
      <Shell bare={below.route.bare ?? false} path={below.place.path}>
        <main id="main" tabIndex={-1} ref={main}>
          <Boundary name={below.place.path}>
            {!alone.current && <Page fit={below} member={session !== null} onShown={restore} />}
          </Boundary>
        </main>
      </Shell>
      {over && (
        <Boundary name={location.address}>
          <Page fit={top} member={session !== null} />
        </Boundary>
      )}
      <PreviewLayer />
      <Toasts />
    </>
  );
}

function InLanguage({ children }: { children: ComponentChildren }) {
  return <LanguageContext.Provider value={useStore(language)}>{children}</LanguageContext.Provider>;
}

async function start() {
  await arrive(here.get());
  const root = document.getElementById('app')!;
  root.replaceChildren();
  render(<InLanguage><App /></InLanguage>, root);
  beginLive();
  if (sessions.get() && Date.parse(sessions.get()!.expiresAt) < Date.now()) void http.resume().catch(() => undefined);
  if ('serviceWorker' in navigator && isSecureContext) {
    const register = () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined);
    if (document.readyState === 'complete') register();
    else addEventListener('load', register);
  }
}

void start();
