import { useState } from 'preact/hooks';
import { companions, type Companion } from '../../api/together.ts';
import { Icon } from '../../components/Icon.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { Loaded } from '../../components/Trouble.tsx';
import { useLanguage, useResource, useSettled } from '../../core/hooks.ts';
import { text } from './words.ts';

/** From here on it is quicker to look by name. */
const MANY = 8;

/** Whom one may choose; those already chosen stay in sight, whatever is looked for. */
export function People({ chosen, onChange }: { chosen: readonly number[]; onChange: (ids: number[]) => void }) {
  const said = text[useLanguage()];
  const [typed, setTyped] = useState('');
  const name = useSettled(typed.trim(), 250);
  const all = useResource('companions', (signal) => companions('', signal));
  const found = useResource(name ? `companions ${name}` : null, (signal) => companions(name, signal));
  const most = all.value?.most ?? MANY;
  const known = all.value?.people ?? [];
  const shown = name ? (found.value?.people ?? []) : known;
  const extra = known.filter((one) => chosen.includes(one.userId) && !shown.includes(one) && !shown.some((other) => other.userId === one.userId));
  const full = chosen.length + 1 >= most;
  const toggle = (id: number) => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <section class="panel tools">
      <h2 class="panel-title">{said.who}</h2>
      <Loaded resource={all} skeleton={<TextSkeleton lines={3} />}>
        {({ people }) => people.length === 0 ? (
          <div class="stack-small">
            <b>{said.noPeople}</b>
            <p class="quiet">{said.noPeopleLead}</p>
            <div class="actions"><a class="button white small" href="/followers">{said.people}</a><a class="button plain small" href="/party">{said.parties}</a></div>
          </div>
        ) : (
          <>
            <p class="quiet small-text">{said.whoLead(most)}</p>
            {people.length > MANY && <input class="input" type="search" aria-label={said.find} placeholder={said.find} maxLength={40} value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />}
            {name && found.value && found.value.people.length === 0 && <p class="quiet" role="status">{said.noMatch(name)}</p>}
            <ul class="companions">
              {[...extra, ...shown].map((one) => <li key={one.userId}><Choice person={one} chosen={chosen.includes(one.userId)} full={full} onToggle={() => toggle(one.userId)} /></li>)}
            </ul>
            {full && <p class="quiet small-text" role="status">{said.full(most)}</p>}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Choice({ person, chosen, full, onToggle }: { person: Companion; chosen: boolean; full: boolean; onToggle: () => void }) {
  const said = text[useLanguage()];
  const note = !person.agreed ? said.notYet : person.party !== undefined ? said.inParty(person.party) : said.mutual;
  return (
    <button type="button" class="companion" aria-pressed={chosen} disabled={!person.agreed || (full && !chosen)} onClick={onToggle}>
      <img src={person.picture.small} alt="" width={40} height={40} loading="lazy" />
      <span><b>{person.nickname}</b><small>{note}</small></span>
      {chosen && <Icon name="check" />}
    </button>
  );
}
