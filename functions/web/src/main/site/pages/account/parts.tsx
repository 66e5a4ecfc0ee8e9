import type { ComponentChildren } from 'preact';
import { providers, wayTo, type Provider } from '../../api/account.ts';
import { Problem } from '../../components/Trouble.tsx';
import { useAction, useResource, useTitle, useWords } from '../../core/hooks.ts';
import { words } from '../../core/language.ts';

const text = words(
  { or: '또는', through: (name: string) => `${name} 계정으로 계속` },
  { or: 'or', through: (name) => `Continue with ${name}` },
);

/** One narrow column: a headline, a form, and what else one may want. */
export function Narrow({ title, lead, children }: { title: string; lead?: ComponentChildren; children: ComponentChildren }) {
  useTitle(title);
  return (
    <div class="narrow">
      <h1>{title}</h1>
      {lead && <p class="lead">{lead}</p>}
      {children}
    </div>
  );
}

/** A form that keeps what was entered until it has arrived. */
export function Form({ button, send, children, disabled }: {
  button: string;
  send: (entered: Record<string, string>) => Promise<void>;
  children?: ComponentChildren;
  disabled?: boolean;
}) {
  const action = useAction(send);
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        const entered = Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]));
        void action.run(entered);
      }}
    >
      {children}
      <Problem failure={action.failure} />
      <button type="submit" class="button wide" aria-disabled={action.busy} disabled={disabled}>{button}</button>
    </form>
  );
}

const MARKS: Record<string, string> = { kakao: 'K', naver: 'N', facebook: 'f' };

/** The providers that this site has an agreement with, which it says itself. */
export function SocialButtons({ returnTo }: { returnTo: string }) {
  const said = useWords(text);
  const offered = useResource('providers', providers);
  if (!offered.loading && !offered.value?.length) return null;
  const shown: readonly (Provider | null)[] = offered.value ?? [null, null, null];
  return (
    <>
      <p class="or"><span>{said.or}</span></p>
      <ul class="socials">
        {shown.map((provider, index) => (
          <li key={index}>
            {provider ? (
              <a class={`social social-${provider.provider}`} href={wayTo(provider, returnTo)} data-leave="">
                <b aria-hidden="true">{MARKS[provider.provider] ?? '·'}</b> {said.through(provider.name)}
              </a>
            ) : (
              <span class="social bone" />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
