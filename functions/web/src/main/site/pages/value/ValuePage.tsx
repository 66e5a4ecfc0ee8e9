import { useState } from 'preact/hooks';
import { value, type ServiceValue } from '../../api/catalog.ts';
import { ServiceMark } from '../../components/Badges.tsx';
import { Icon } from '../../components/Icon.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { Poster } from '../../components/Poster.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { Loaded } from '../../components/Trouble.tsx';
import { serviceName } from '../../components/titles.ts';
import { useLanguage, useResource, useSession, useTitle } from '../../core/hooks.ts';
import { won } from '../../core/language.ts';
import { text } from './words.ts';

const POSTERS = 6;

export default function ValuePage() {
  const language = useLanguage();
  const said = text[language];
  useTitle(said.title);
  const session = useSession();
  const [ads, setAds] = useState(true);
  const found = useResource(`value ${ads} ${session?.userId ?? ''}`, (signal) => value(ads, signal));
  return (
    <div class="page">
      <PageHead title={said.title}>{said.lead}</PageHead>
      <div class="value-bar">
        <label class="check"><input type="checkbox" checked={ads} onChange={(event) => setAds(event.currentTarget.checked)} /> {said.ads}</label>
        <a class="button plain small" href="/plan"><Icon name="calendar" /> {said.plan}</a>
      </div>
      <Loaded resource={found} skeleton={<TextSkeleton lines={8} />}>
        {(answer) => {
          const most = Math.max(0.001, ...answer.services.map((service) => service.perThousandWon ?? 0));
          return (
            <>
              <p class="quiet small-text">{said.basis[answer.basis]}</p>
              <ol class="values">
                {answer.services.map((service, index) => <Service key={service.service} service={service} place={index + 1} share={(service.perThousandWon ?? 0) / most} />)}
              </ol>
              <details class="panel value-how">
                <summary>{said.how}</summary>
                <p>{said.howBody}</p>
                <p class="quiet">{said.remembered}</p>
              </details>
            </>
          );
        }}
      </Loaded>
    </div>
  );
}

function Service({ service, place, share }: { service: ServiceValue; place: number; share: number }) {
  const language = useLanguage();
  const said = text[language];
  const plan = service.plans[0];
  return (
    <li class="value panel">
      <div class="value-head">
        <span class="value-place">{said.rank(place)}</span>
        <ServiceMark service={service.service} />
        <h2>{serviceName(service.service, language)}</h2>
        <span class="value-price">{plan && said.from(won(plan.monthlyWon, language))}</span>
      </div>
      <div class="value-meter">
        <span class="value-bar-outer" aria-hidden="true"><span class={place === 1 ? 'value-bar-inner best' : 'value-bar-inner'} style={{ width: `${Math.max(1.5, share * 100)}%` }} /></span>
        <span class="value-points"><b>{said.points((service.perThousandWon ?? 0).toFixed(2))}</b> <small>{said.per}</small></span>
      </div>
      <p class="quiet small-text">{said.enjoyable(service.enjoyable)}</p>
      {service.titles.length > 0 && (
        <>
          <h3 class="for-readers">{said.best}</h3>
          <ul class="value-titles">
            {service.titles.slice(0, POSTERS).map((title) => (
              <li key={title.titleId}>
                <a href={`/title/${title.titleId}`} data-dialog="" aria-label={`${title.title}, ★ ${title.predictedStars.toFixed(1)}`}>
                  <Poster src={title.poster} name={title.title} />
                  <span class="star predicted" aria-hidden="true">★ {title.predictedStars.toFixed(1)}</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <details>
        <summary>{said.plans} <small class="quiet">{plan && said.asOf(plan.asOf)}</small></summary>
        <table class="plans">
          <thead><tr><th scope="col">{said.plans}</th><th scope="col">{said.price}</th><th scope="col">{said.per}</th></tr></thead>
          <tbody>
            {service.plans.map((one) => (
              <tr key={one.plan}>
                <th scope="row">{one.name}{one.withAds && <small class="tag">{said.withAds}</small>}</th>
                <td>{won(one.monthlyWon, language)}</td>
                <td>{one.perThousandWon.toFixed(2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </li>
  );
}
