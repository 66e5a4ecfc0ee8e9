import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { logOut } from '../api/account.ts';
import { attributions } from '../api/catalog.ts';
import { useLanguage, useLocation, useResource, useSession, useWords } from '../core/hooks.ts';
import { words } from '../core/language.ts';
import { go } from '../core/navigation.ts';
import { chooseLanguage } from '../core/site.ts';
import { bar, own, tabs } from '../pages/menu.ts';
import { Bell } from './Bell.tsx';
import { Icon } from './Icon.tsx';

const text = words(
  { skip: '본문으로 건너뛰기', main: '주 메뉴', search: '검색', logIn: '로그인', join: '가입', logOut: '로그아웃', desk: '운영 책상', mine: '내 메뉴', other: 'English', sample: { ALL: '작품 정보와 볼 수 있는 곳은 보기용 표본이에요.', SOME: '작품과 볼 수 있는 곳의 일부는 보기용 표본이에요.', NONE: '' }, sources: '출처', sir: (name: string) => `${name} 님` },
  { skip: 'Skip to content', main: 'Main menu', search: 'Search', logIn: 'Log in', join: 'Sign up', logOut: 'Log out', desk: 'The desk', mine: 'My menu', other: '한국어', sample: { ALL: 'Titles and where to watch them are sample data.', SOME: 'Some titles and where to watch them are sample data.', NONE: '' }, sources: 'Sources', sir: (name) => name },
);

export function Brand() {
  return (
    <a class="brand" href="/" aria-label="Take With OTT">
      <svg viewBox="0 0 32 32" aria-hidden="true"><path class="brand-play" d="M10 5v22l19-11z" /><path class="brand-seat" d="M4 5h3v22H4z" /></svg>
      <span>Take With <b>OTT</b></span>
    </a>
  );
}

const isHere = (path: string, current: string) => (path === '/' ? current === '/' : current === path || current.startsWith(`${path}/`));

/** The bars around a page, and the footer. */
export function Shell({ bare, path, children }: { bare: boolean; path: string; children: ComponentChildren }) {
  const said = useWords(text);
  return (
    <>
      <a class="skip" href="#main">{said.skip}</a>
      <Header bare={bare} path={path} />
      {children}
      <Footer />
      {!bare && <Tabs path={path} />}
    </>
  );
}

function Header({ bare, path }: { bare: boolean; path: string }) {
  const said = useWords(text);
  const items = useWords(bar);
  const session = useSession();
  const [scrolled, setScrolled] = useState(false);
  useEffect(() => {
    const listen = () => setScrolled(scrollY > 12);
    addEventListener('scroll', listen, { passive: true });
    return () => removeEventListener('scroll', listen);
  }, []);
  return (
    <header class={scrolled ? 'bar scrolled' : 'bar'}>
      <Brand />
      {!bare && (
        <nav class="bar-links" aria-label={said.main}>
          {items.map((item) => (
            <a key={item.path} href={item.path} aria-current={isHere(item.path, path) ? 'page' : undefined}>{item.name}</a>
          ))}
        </nav>
      )}
      <div class="bar-end">
        {!bare && (
          <a class="round plain" href="/find" aria-label={said.search} title={said.search}><Icon name="search" /></a>
        )}
        {session && !bare && <Bell />}
        {session ? <Mine nickname={session.nickname} userId={session.userId} admin={session.admin} /> : <Visitor bare={bare} />}
      </div>
    </header>
  );
}

function Visitor({ bare }: { bare: boolean }) {
  const said = useWords(text);
  return (
    <>
      <LanguageSwitch />
      {!bare && <a class="button plain small" href="/login">{said.logIn}</a>}
      {!bare && <a class="button small join" href="/join">{said.join}</a>}
    </>
  );
}

function LanguageSwitch() {
  const language = useLanguage();
  const said = text[language];
  const other = language === 'ko' ? 'en' : 'ko';
  return (
    <button type="button" class="language" lang={other} onClick={() => chooseLanguage(other)}>
      <Icon name="globe" /> <span>{said.other}</span>
    </button>
  );
}

/** The member's own menu: a button that shows a list of links. */
function Mine({ nickname, userId, admin }: { nickname: string; userId: number; admin: boolean }) {
  const said = useWords(text);
  const items = useWords(own);
  const { address } = useLocation();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => setOpen(false), [address]);
  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => box.current?.contains(event.target as Node) || setOpen(false);
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      box.current?.querySelector('button')?.focus();
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
      document.removeEventListener('keydown', escape);
    };
  }, [open]);
  async function leave() {
    setOpen(false);
    await logOut();
    go('/');
  }
  return (
    <div class="mine" ref={box}>
      <button type="button" class="mine-button" aria-expanded={open} aria-label={`${said.mine}: ${nickname}`} onClick={() => setOpen(!open)}>
        <img src={`/users/${userId}/picture`} alt="" width={36} height={36} />
      </button>
      {open && (
        <div class="mine-menu">
          <p class="mine-name">{said.sir(nickname)}</p>
          <ul>
            {items.map((item) => (
              <li key={item.path}><a href={item.path}><Icon name={item.icon} /> {item.name}</a></li>
            ))}
            {admin && <li><a href="/desk"><Icon name="lock" /> {said.desk}</a></li>}
            <li><LanguageSwitch /></li>
            <li><button type="button" onClick={leave}><Icon name="out" /> {said.logOut}</button></li>
          </ul>
        </div>
      )}
    </div>
  );
}

function Tabs({ path }: { path: string }) {
  const said = useWords(text);
  const items = useWords(tabs);
  return (
    <nav class="tabs" aria-label={said.main}>
      {items.map((item) => (
        <a key={item.path} href={item.path} aria-current={isHere(item.path, path) ? 'page' : undefined}>
          <Icon name={item.icon} />
          <span>{item.name}</span>
        </a>
      ))}
    </nav>
  );
}

/** What the catalogue is made of, the API says. */
function Footer() {
  const said = useWords(text);
  const sample = useResource('attributions', attributions).value?.sample;
  return (
    <footer class="footer">
      <p><b>Take With OTT</b></p>
      {sample && <p>{said.sample[sample]}</p>}
      <p><a href="/sources">{said.sources}</a> · <a href="/api">API</a></p>
      <LanguageSwitch />
    </footer>
  );
}
