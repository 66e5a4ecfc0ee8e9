import { useRef, useState } from 'preact/hooks';
import { create, plans, type PartyPlan, type Relation } from '../../api/party.ts';
import { Field, SelectField } from '../../components/Field.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { say } from '../../components/Toasts.tsx';
import { Loaded, Problem } from '../../components/Trouble.tsx';
import { serviceName } from '../../components/titles.ts';
import { dayOf, today } from '../../core/dates.ts';
import { useAction, useLanguage, useResource, useTitle } from '../../core/hooks.ts';
import { won } from '../../core/language.ts';
import { go } from '../../core/navigation.ts';
import { http } from '../../core/site.ts';
import { allows, relations, shareOf } from './rules.ts';
import { text } from './words.ts';

export default function CreatePage() {
  const language = useLanguage();
  const said = text[language];
  useTitle(said.createTitle);
  const known = useResource('party plans', plans);
  return (
    <div class="page slim">
      <PageHead title={said.createTitle}>{said.createLead}</PageHead>
      <Loaded resource={known} skeleton={<TextSkeleton lines={9} />}>
        {(all) => <Creating plans={all} />}
      </Loaded>
    </div>
  );
}

function Creating({ plans }: { plans: PartyPlan[] }) {
  const language = useLanguage();
  const said = text[language];
  const [at, setAt] = useState(Math.max(0, plans.findIndex((plan) => plan.relation === 'strangers')));
  const plan = plans[at]!;
  const [seats, setSeats] = useState(plan.seats);
  const [relation, setRelation] = useState<Relation>(plan.relation);
  const [title, setTitle] = useState('');
  const [startsOn, setStartsOn] = useState(today());
  // The same for every attempt at this party, so that pressing twice opens one.
  const key = useRef(http.newKey());
  const action = useAction(async () => {
    const made = await create({ service: plan.service, plan: plan.plan, title, seats: Math.min(seats, plan.seats), relation, startsOn }, key.current);
    say(said.created);
    go(`/party/${made.partyId}`);
  });
  const change = (next: () => void) => { key.current = http.newKey(); next(); };
  const allowed = allows(plan, relation);
  const each = shareOf(plan, Math.min(seats, plan.seats));
  return (
    <form class="form panel" onSubmit={(event) => { event.preventDefault(); void action.run(); }}>
      <SelectField label={said.plan} value={at} onChange={(event) => change(() => { const next = Number(event.currentTarget.value); setAt(next); setSeats(plans[next]!.seats); setRelation(plans[next]!.relation); })}>
        {plans.map((one, index) => (
          <option key={`${one.service} ${one.plan}`} value={index}>
            {language === 'ko' ? one.name : one.englishName} · {won(one.price, language)}
          </option>
        ))}
      </SelectField>
      <figure class="rule">
        <figcaption>{said.rule} · {serviceName(plan.service, language)}</figcaption>
        <blockquote>{language === 'ko' ? plan.rule : plan.englishRule}</blockquote>
        <p class="small-text quiet">{said.ruleFrom(plan.ruleSource === 'not verified' ? said.unverified : plan.ruleSource, dayOf(plan.ruleAsOf, language))}</p>
      </figure>
      <SelectField label={said.relation} value={relation} onChange={(event) => change(() => setRelation(event.currentTarget.value as Relation))} wrong={allowed ? null : said.forbidden}>
        {relations.map((one) => <option key={one} value={one}>{said.relations[one]}</option>)}
      </SelectField>
      <Field label={said.name} name="title" required maxLength={60} value={title} hint={said.nameHint} onInput={(event) => change(() => setTitle(event.currentTarget.value))} />
      <div class="pair">
        <SelectField label={said.seats} value={Math.min(seats, plan.seats)} onChange={(event) => change(() => setSeats(Number(event.currentTarget.value)))}>
          {Array.from({ length: plan.seats - 1 }, (_, index) => <option key={index} value={index + 2}>{index + 2}</option>)}
        </SelectField>
        <Field label={said.startsOn} type="date" required min={today()} value={startsOn} onInput={(event) => change(() => setStartsOn(event.currentTarget.value))} />
      </div>
      <p class="sum-line" role="status">
        <b>{said.eachPays(won(each.member + plan.fee, language), won(plan.fee, language))}</b>
        <span class="quiet">{said.youKeep(won(each.host, language))}</span>
      </p>
      <Problem failure={action.failure} />
      <button type="submit" class="button" aria-disabled={action.busy} disabled={!allowed}>{said.create}</button>
    </form>
  );
}
