import { useState } from 'preact/hooks';
import { providers, type Me, type Provider } from '../../api/account.ts';
import { askEmailChange, askVerification, changePassword, identities, linkIdentity, unlinkIdentity } from '../../api/member.ts';
import { Confirm } from '../../components/Confirm.tsx';
import { Field } from '../../components/Field.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { say } from '../../components/Toasts.tsx';
import { Loaded, Problem } from '../../components/Trouble.tsx';
import { date } from '../../core/dates.ts';
import { useAction, useLanguage, useResource } from '../../core/hooks.ts';
import { text } from './words.ts';

export function AccountPart({ me, reload }: { me: Me; reload: () => void }) {
  const said = text[useLanguage()];
  const [asked, setAsked] = useState<'email' | 'password' | null>(null);
  const verifying = useAction(async () => { await askVerification(); say(said.verifySent); });
  return (
    <section class="panel stack" id="account">
      <h2 class="panel-title">{said.parts.account}</h2>
      <ul class="rows">
        <li>
          <span><b>{said.email}</b><br /><span class="quiet">{me.email ?? '–'}{me.email && !me.emailVerified && ` · ${said.unverified}`}</span></span>
          <span class="actions">
            {me.email && !me.emailVerified && <button type="button" class="button plain small" aria-disabled={verifying.busy} onClick={() => void verifying.run()}>{said.verify}</button>}
            <button type="button" class="button plain small" onClick={() => setAsked('email')}>{said.changeEmail}</button>
          </span>
        </li>
        <li>
          <b>{said.password}</b>
          <button type="button" class="button plain small" onClick={() => setAsked('password')}>{me.hasPassword ? said.changePassword : said.setPassword}</button>
        </li>
      </ul>
      <Problem failure={verifying.failure} />
      {asked === 'email' && (
        <Confirm
          title={said.changeEmail}
          button={said.changeEmail}
          onClose={() => setAsked(null)}
          act={async ({ email, password }) => { await askEmailChange(email!, password ?? ''); say(said.emailAsked); setAsked(null); }}
        >
          <Field label={said.newEmail} name="email" type="email" required autoComplete="email" />
          <Proof hasPassword={me.hasPassword} />
        </Confirm>
      )}
      {asked === 'password' && (
        <Confirm
          title={me.hasPassword ? said.changePassword : said.setPassword}
          button={said.save}
          onClose={() => setAsked(null)}
          act={async ({ password, next }) => { await changePassword(password ?? '', next!); say(said.passwordChanged); setAsked(null); reload(); }}
        >
          <Proof hasPassword={me.hasPassword} />
          <Field label={said.newPassword} name="next" type="password" required minLength={8} maxLength={128} autoComplete="new-password" hint={said.passwordHint} />
        </Confirm>
      )}
    </section>
  );
}

/** That it is the owner who asks. */
export function Proof({ hasPassword }: { hasPassword: boolean }) {
  const said = text[useLanguage()];
  return hasPassword
    ? <Field label={said.currentPassword} name="password" type="password" required autoComplete="current-password" />
    : <p class="small-text quiet">{said.noPassword}</p>;
}

export function IdentitiesPart({ hasPassword }: { hasPassword: boolean }) {
  const language = useLanguage();
  const said = text[language];
  const found = useResource('identities', identities);
  const offered = useResource('providers', providers);
  const [linking, setLinking] = useState<Provider | null>(null);
  const unlinking = useAction(async (provider: string) => { await unlinkIdentity(provider); say(said.unlinked); found.reload(); });
  return (
    <section class="panel stack">
      <h2 class="panel-title">{said.links}</h2>
      <Loaded resource={found} skeleton={<TextSkeleton lines={3} />}>
        {({ identities: linked }) => (
          <ul class="rows">
            {(offered.value ?? []).map((provider) => {
              const own = linked.find((one) => one.provider === provider.provider);
              return (
                <li key={provider.provider}>
                  <span><b>{provider.name}</b>{own && <><br /><span class="quiet small-text">{own.email ?? ''} {said.linkedOn(date(Date.parse(own.linkedAt), language))}</span></>}</span>
                  {own
                    ? <button type="button" class="button plain small" aria-disabled={unlinking.busy} onClick={() => void unlinking.run(provider.provider)}>{said.unlink}</button>
                    : <button type="button" class="button plain small" onClick={() => setLinking(provider)}>{said.link}</button>}
                </li>
              );
            })}
          </ul>
        )}
      </Loaded>
      <Problem failure={unlinking.failure} />
      {linking && (
        <Confirm
          title={said.linkTitle(linking.name)}
          lead={said.linkLead}
          button={said.link}
          onClose={() => setLinking(null)}
          act={async ({ password }) => { location.assign((await linkIdentity(linking.provider, password ?? '', '/settings')).authorizeUrl); }}
        >
          <Proof hasPassword={hasPassword} />
        </Confirm>
      )}
    </section>
  );
}
