import { block, unblock } from '../../api/chat.ts';
import { follow, member as load, tasteMatch, unfollow, type Member } from '../../api/member.ts';
import { Icon } from '../../components/Icon.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { say } from '../../components/Toasts.tsx';
import { Loaded } from '../../components/Trouble.tsx';
import { Failure } from '../../core/failure.ts';
import { useLanguage, useLocation, useResource, useSession, useTitle } from '../../core/hooks.ts';
import type { PageProps } from '../../core/pages.ts';
import { Ring } from '../taste/Charts.tsx';
import { text } from './words.ts';

export default function MemberPage({ params }: PageProps) {
  const id = Number(params.id);
  const said = text[useLanguage()];
  const session = useSession();
  const found = useResource(`member ${params.id} ${session?.userId ?? ''}`, (signal) => load(id, signal));
  useTitle(found.value?.nickname ?? said.loading);
  return (
    <div class="page slim">
      <Loaded page resource={found} skeleton={<TextSkeleton lines={5} />}>
        {(member) => <Shown member={member} onRelation={(relation) => found.set((before) => before && { ...before, relation })} />}
      </Loaded>
    </div>
  );
}

function Shown({ member, onRelation }: { member: Member; onRelation: (relation: Member['relation']) => void }) {
  const said = text[useLanguage()];
  const session = useSession();
  const { address } = useLocation();
  const own = session?.userId === member.userId;
  async function change(wanted: boolean) {
    const before = member.relation;
    onRelation(wanted ? (member.visibility === 'private' ? 'requested' : 'following') : undefined);
    try {
      if (wanted) {
        const { state } = await follow(member.userId);
        onRelation(state);
        say(state === 'following' ? said.followed(member.nickname) : said.asked(member.nickname));
      } else {
        await unfollow(member.userId);
        say(said.unfollowed, { name: said.undo, run: () => void change(true) });
      }
    } catch (thrown) {
      onRelation(before);
      say(Failure.of(thrown));
    }
  }
  async function blockThem() {
    try {
      await block(member.userId);
      say(said.blocked, { name: said.undo, run: () => void unblock(member.userId) });
    } catch (thrown) {
      say(Failure.of(thrown));
    }
  }
  return (
    <>
      <header class="member-head">
        <img src={member.picture.large} alt="" width={128} height={128} />
        <div class="stack-small">
          <h1>{member.nickname}</h1>
          {member.followers !== undefined && (
            <p class="member-counts"><span><b>{member.followers}</b> {said.followers}</span><span><b>{member.following ?? 0}</b> {said.followingCount}</span></p>
          )}
          <div class="actions">
            {own && <a class="button plain small" href="/settings"><Icon name="edit" /> {said.settings}</a>}
            {!own && !session && <a class="button small" href={`/login?returnTo=${encodeURIComponent(address)}`}>{said.logInToFollow}</a>}
            {!own && session && (
              <>
                <button type="button" class={member.relation ? 'button plain small' : 'button small'} aria-pressed={member.relation !== undefined} onClick={() => void change(member.relation === undefined)}>
                  <Icon name={member.relation ? 'check' : 'plus'} /> {member.relation === 'following' ? said.following : member.relation === 'requested' ? said.requested : said.follow}
                </button>
                <button type="button" class="button plain small" onClick={() => void blockThem()}>{said.block}</button>
              </>
            )}
          </div>
        </div>
      </header>
      {member.bio && <p class="plain-text panel">{member.bio}</p>}
      {!own && member.visibility === 'private' && member.relation !== 'following' && <p class="quiet lock-note"><Icon name="lock" /> {said.private}</p>}
      {!own && session && (member.relation === 'following' ? <Match userId={member.userId} /> : <p class="quiet small-text">{said.matchFollow}</p>)}
    </>
  );
}

function Match({ userId }: { userId: number }) {
  const said = text[useLanguage()];
  const found = useResource(`match ${userId}`, (signal) => tasteMatch(userId, signal));
  return (
    <section class="panel member-match">
      <h2 class="panel-title">{said.match}</h2>
      <Loaded resource={found} skeleton={<TextSkeleton lines={3} />}>
        {(match) => match.enough && match.percent !== undefined ? (
          <div class="match-ring">
            <Ring percent={match.percent} label={said.matchSaid(match.percent)} />
            <div class="stack-small">
              <b>{said.matchSaid(match.percent)}</b>
              <p class="quiet">{said.matchFrom(match.commonTitles)} {match.starsApart !== undefined && said.apart(match.starsApart.toFixed(1))}</p>
            </div>
          </div>
        ) : <p class="quiet">{said.matchFew(match.commonTitles)}</p>}
      </Loaded>
    </section>
  );
}
