import type { Rotation } from '../../api/catalog.ts';
import { ServiceMark } from '../../components/Badges.tsx';
import { serviceName } from '../../components/titles.ts';
import { useLanguage } from '../../core/hooks.ts';
import { won } from '../../core/language.ts';
import { alwaysWon, lanesOf } from './plan.ts';
import { text } from './words.ts';

/** A plan as a picture: months across, a lane for each service, what to see in its cells. */
export function Picture({ plan }: { plan: Rotation }) {
  const language = useLanguage();
  const said = text[language].rotation;
  const lanes = lanesOf(plan);
  const always = alwaysWon(plan);
  const monthName = (month: string) => new Date(`${month}-01T00:00:00`).toLocaleDateString(language === 'ko' ? 'ko-KR' : 'en-GB', { month: 'short', year: '2-digit' });
  return (
    <section class="plan-picture">
      <div class="plan-sum">
        <p class="plan-seen">{said.result(plan.seen, plan.wished)}</p>
        <p><b>{said.cost(won(plan.costWon, language))}</b></p>
        {always > plan.costWon && <p class="match">{said.saved(won(always - plan.costWon, language))} <small class="quiet">{said.always(won(always, language))}</small></p>}
      </div>
      {lanes.length > 0 && (
        <div class="plan-scroll" tabIndex={0} role="region" aria-label={said.chart}>
          <table class="plan-table">
            <caption class="for-readers">{said.chart}</caption>
            <thead>
              <tr>
                <td />
                {plan.months.map((month) => (
                  <th key={month.month} scope="col">{monthName(month.month)}<small>{month.costWon ? won(month.costWon, language) : said.nothing}</small></th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lanes.map((lane) => (
                <tr key={lane.service}>
                  <th scope="row"><ServiceMark service={lane.service} /> <span>{serviceName(lane.service, language)}</span></th>
                  {lane.cells.map((cell) => (
                    <td key={cell.month}>
                      {cell.won !== null && (
                        <div class={`plan-cell service-${lane.service}`}>
                          <b>{won(cell.won, language)}</b>
                          {cell.titles.map((title) => <span key={title}>{title}</span>)}
                        </div>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div class="plan-why">
        {plan.services.length > 0 && (
          <section class="panel stack">
            <h2>{said.why}</h2>
            <ul class="stack">{plan.services.map((service) => <li key={service.service}>{service.text[language]}</li>)}</ul>
          </section>
        )}
        {plan.unused.length > 0 && (
          <section class="panel stack">
            <h2>{said.unused}</h2>
            <ul class="stack">{plan.unused.map((service) => <li key={service.service}>{service.text[language]}</li>)}</ul>
          </section>
        )}
        {plan.left.length > 0 && (
          <section class="panel stack">
            <h2>{said.left}</h2>
            <ul class="stack">{plan.left.map(({ title, reason }) => <li key={title.titleId}><b>{title.title ?? title.titleId}</b> <span class="quiet">{said.reasons[reason]}</span></li>)}</ul>
          </section>
        )}
      </div>
    </section>
  );
}
