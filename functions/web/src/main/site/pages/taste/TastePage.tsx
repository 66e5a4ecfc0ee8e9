import { taste as load, type Favourite, type Taste } from '../../api/member.ts';
import { Icon } from '../../components/Icon.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { Loaded } from '../../components/Trouble.tsx';
import { genreName } from '../../components/titles.ts';
import { useLanguage, useResource, useTitle } from '../../core/hooks.ts';
import { Bars, Dial, Distribution } from './Charts.tsx';
import { text } from './words.ts';

const MOST_BARS = 8;
/** Less than this is no difference worth telling. */
const SAME_STARS = 0.1;

export default function TastePage() {
  const said = text[useLanguage()];
  useTitle(said.title);
  const found = useResource('taste', load);
  return (
    <div class="page">
      <PageHead title={said.title}>{said.lead}</PageHead>
      <Loaded resource={found} skeleton={<div class="taste-grid"><div class="panel"><TextSkeleton lines={8} /></div><div class="panel"><TextSkeleton lines={8} /></div></div>}>
        {(taste) => (taste.ratings === 0
          ? <div class="empty"><Icon name="star" /><h2>{said.none}</h2><p>{said.noneLead}</p><a class="button white small" href="/browse">{said.browse}</a></div>
          : <Shown taste={taste} />)}
      </Loaded>
    </div>
  );
}

function Shown({ taste }: { taste: Taste }) {
  const language = useLanguage();
  const said = text[language];
  const { crowd } = taste;
  const apart = crowd.difference ?? 0;
  return (
    <div class="taste-grid">
      <section class="panel">
        <h2 class="panel-title">{said.distribution}</h2>
        <dl class="figures">
          <div><dt>{said.ratings}</dt><dd>{taste.ratings}</dd></div>
          {taste.mean !== undefined && <div><dt>{said.mean}</dt><dd>★ {taste.mean.toFixed(2)}</dd></div>}
        </dl>
        <Distribution counts={taste.distribution} say={said.distributionSaid} />
      </section>
      <section class="panel">
        <h2 class="panel-title">{said.genres}</h2>
        <p class="small-text quiet">{said.genresLead}</p>
        <Bars favourites={taste.genres.slice(0, MOST_BARS)} name={(one) => genreName(one.name, language)} say={said.titles} />
      </section>
      <section class="panel">
        <h2 class="panel-title">{said.crowd}</h2>
        {crowd.enough && crowd.correlation !== undefined ? (
          <>
            <Dial value={crowd.correlation} from={said.unlike} to={said.alike} label={said.agreement} />
            <p>{Math.abs(apart) < SAME_STARS ? said.crowdSame : (apart > 0 ? said.crowdMore : said.crowdLess)(Math.abs(apart).toFixed(1))}</p>
          </>
        ) : <p class="quiet">{said.crowdFew(crowd.titles)}</p>}
      </section>
      {taste.directors.length + taste.actors.length > 0 && (
        <section class="panel taste-people">
          <h2 class="panel-title">{said.people}</h2>
          <div class="pair">
            <People head={said.directors} people={taste.directors} />
            <People head={said.actors} people={taste.actors} />
          </div>
        </section>
      )}
    </div>
  );
}

function People({ head, people }: { head: string; people: readonly Favourite[] }) {
  const said = text[useLanguage()];
  if (!people.length) return null;
  return (
    <div>
      <h3 class="small-text quiet">{head}</h3>
      <ol class="rows">
        {people.slice(0, MOST_BARS).map((person) => (
          <li key={person.name}>
            {person.id !== undefined ? <a class="link" href={`/person/${person.id}`}>{person.name}</a> : person.name}
            <span class="small-text quiet">{said.titles(person.titles)} · ★ {person.mean.toFixed(1)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
