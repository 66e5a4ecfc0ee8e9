import { together as load, type GroupPerson, type Strategy, type Together, type TogetherCard } from '../../api/together.ts';
import { Card } from '../../components/Card.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { GridSkeleton } from '../../components/Skeleton.tsx';
import { Loaded } from '../../components/Trouble.tsx';
import { nameOf } from '../../components/titles.ts';
import { useLanguage, useResource, useTitle } from '../../core/hooks.ts';
import { go } from '../../core/navigation.ts';
import type { PageProps } from '../../core/pages.ts';
import { withQuery } from '../../core/route.ts';
import { People } from './People.tsx';
import { idsOf, whyOf } from './why.ts';
import { text } from './words.ts';

const STRATEGIES: readonly Strategy[] = ['fair', 'average', 'least-misery'];

/** What several people can watch; who they are, and how it is chosen, stands in the address. */
export default function TogetherPage({ query }: PageProps) {
  const said = text[useLanguage()];
  useTitle(said.title);
  const ids = idsOf(query.get('with'));
  const by = STRATEGIES.find((one) => one === query.get('by')) ?? 'fair';
  const found = useResource(`together ${ids.join()} ${by}`, (signal) => load(ids, by, signal));
  const change = (changes: Record<string, string | null>) => go(withQuery('/together', query, changes), { replace: true, stay: true });
  return (
    <div class="page together">
      <PageHead title={said.title}>{said.lead}</PageHead>
      <div class="together-choose">
        <People chosen={ids} onChange={(next) => change({ with: next.join(',') || null })} />
        {ids.length > 0 && <Ways by={by} onChoose={(next) => change({ by: next === 'fair' ? null : next })} />}
      </div>
      <Loaded resource={found} skeleton={<GridSkeleton count={12} />}>{(answer) => <Found answer={answer} />}</Loaded>
    </div>
  );
}

function Ways({ by, onChoose }: { by: Strategy; onChoose: (by: Strategy) => void }) {
  const said = text[useLanguage()];
  return (
    <fieldset class="panel ways">
      <legend class="panel-title">{said.how}</legend>
      {STRATEGIES.map((one) => (
        <label key={one} class="way">
          <input type="radio" name="by" checked={one === by} onChange={() => onChoose(one)} />
          <span><b>{said.ways[one].name}</b><small>{said.ways[one].lead}</small></span>
        </label>
      ))}
    </fieldset>
  );
}

function Found({ answer }: { answer: Together }) {
  const said = text[useLanguage()];
  const group = answer.people.length > 1;
  return (
    <section class="stack" aria-live="polite">
      <h2 class="together-head">{group ? said.chosen(answer.people.length) : said.alone}</h2>
      {!group && <p class="quiet">{said.choose}</p>}
      {answer.people.filter((one) => !one.personal).map((one) => (
        <p key={one.userId} class="quiet small-text">{one.own ? <>{said.popularOwn} <a class="link" href="/pick">{said.pick}</a></> : said.popular(one.nickname)}</p>
      ))}
      {answer.titles.length === 0 && <p class="empty">{said.nothing}</p>}
      {group ? (
        <ol class="together-list">{answer.titles.map((title) => <li key={title.titleId}><Title title={title} people={answer.people} /></li>)}</ol>
      ) : (
        <ul class="grid">{answer.titles.slice(0, 12).map((title) => <Card key={title.titleId} title={{ ...title, match: title.fits[0]?.match }} />)}</ul>
      )}
      {group && <p class="quiet small-text">{said.privacy}</p>}
    </section>
  );
}

function Title({ title, people }: { title: TogetherCard; people: readonly GroupPerson[] }) {
  const language = useLanguage();
  const said = text[language];
  const why = whyOf(title);
  const best = why?.kind === 'best' ? people.find((one) => one.userId === why.userId) : undefined;
  return (
    <article class="panel together-title">
      <ul class="together-card"><Card title={title} /></ul>
      <div class="together-text">
        <h3><a href={`/title/${title.titleId}`} data-dialog="">{nameOf(title, language)}</a>{title.year && <small class="quiet"> {title.year}</small>}</h3>
        {why && <p class="together-why">{why.kind === 'all' ? said.all(why.least) : why.kind === 'close' ? said.close(why.apart) : best && said.best(best.nickname, best.own, why.match)}</p>}
        <ul class="fits">
          {people.map((person, index) => <Fit key={person.userId} name={person.own ? said.you : person.nickname} match={title.fits[index]?.match} />)}
        </ul>
        {title.because[0] && <p class="small-text quiet">{said.because(title.because[0].title)}</p>}
      </div>
    </article>
  );
}

function Fit({ name, match }: { name: string; match?: number }) {
  const said = text[useLanguage()];
  return (
    <li class="fit">
      <span class="for-readers">{match === undefined ? said.noFit(name) : said.fit(name, match)}</span>
      <span class="fit-name" aria-hidden="true">{name}</span>
      <span class="fit-bar" aria-hidden="true"><span style={{ width: `${match ?? 0}%` }} /></span>
      <b class="fit-number" aria-hidden="true">{match === undefined ? '–' : `${match}%`}</b>
    </li>
  );
}
