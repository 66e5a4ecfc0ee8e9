import { me as loadMe, type Me } from '../../api/account.ts';
import { profile as loadProfile, type Profile } from '../../api/member.ts';
import { PageHead } from '../../components/PageHead.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { Loaded } from '../../components/Trouble.tsx';
import { useLanguage, useResource, useTitle } from '../../core/hooks.ts';
import { movesLittle } from '../../core/motion.ts';
import { AccountPart, IdentitiesPart } from './AccountPart.tsx';
import { DataPart } from './DataPart.tsx';
import { BlocksPart, DevicesPart } from './DevicesPart.tsx';
import { ProfilePart, ViewingPart } from './ProfilePart.tsx';
import { text } from './words.ts';

const PARTS = ['profile', 'viewing', 'account', 'devices', 'blocks', 'data'] as const;

/** To a part of this page: it is no place of its own. */
function lead(part: string) {
  const section = document.getElementById(part);
  section?.scrollIntoView({ behavior: movesLittle() ? 'auto' : 'smooth' });
  section?.querySelector<HTMLElement>('input, select, button, a')?.focus({ preventScroll: true });
}

export default function SettingsPage() {
  const said = text[useLanguage()];
  useTitle(said.title);
  const found = useResource<{ profile: Profile; me: Me }>('settings', async (signal) => {
    const [profile, me] = await Promise.all([loadProfile(signal), loadMe(signal)]);
    return { profile, me };
  });
  return (
    <div class="page">
      <PageHead title={said.title} />
      <div class="settings">
        <nav class="settings-nav" aria-label={said.title}>
          {PARTS.map((part) => <a key={part} href={`#${part}`} onClick={(event) => { event.preventDefault(); lead(part); }}>{said.parts[part]}</a>)}
        </nav>
        <div class="stack">
          <Loaded resource={found} skeleton={<div class="panel"><TextSkeleton lines={12} /></div>}>
            {({ profile, me }) => (
              <>
                {me.admin && <p><a class="button plain small" href="/desk">{said.desk}</a></p>}
                <ProfilePart profile={profile} onChange={(changed) => found.set((before) => before && { ...before, profile: changed })} />
                <ViewingPart profile={profile} />
                <AccountPart me={me} reload={found.reload} />
                <IdentitiesPart hasPassword={me.hasPassword} />
                <DevicesPart />
                <BlocksPart />
                <DataPart hasPassword={me.hasPassword} />
              </>
            )}
          </Loaded>
        </div>
      </div>
    </div>
  );
}
