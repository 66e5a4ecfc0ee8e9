import { useState } from 'preact/hooks';
import { home, posterOf, rotation, title as load, value, type Rotation } from '../../api/catalog.ts';
import { SelectField } from '../../components/Field.tsx';
import { Icon } from '../../components/Icon.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { Poster } from '../../components/Poster.tsx';
import { say } from '../../components/Toasts.tsx';
import { Problem } from '../../components/Trouble.tsx';
import { nameOf } from '../../components/titles.ts';
import { useAction, useLanguage, useResource, useSession, useTitle } from '../../core/hooks.ts';
import { won } from '../../core/language.ts';
import { go } from '../../core/navigation.ts';
import type { PageProps } from '../../core/pages.ts';
import { withQuery } from '../../core/route.ts';
import { FindTitle } from './FindTitle.tsx';
import { Picture } from './Picture.tsx';
import { text } from './words.ts';

const MOST = 40;
const SUGGESTED = 12;
const MONTHS = [1, 2, 3, 4, 6, 9, 12] as const;
const BUDGETS = [6_000, 10_000, 15_000, 20_000, 30_000, 50_000] as const;
const PER_MONTH = [2, 3, 4, 6, 8, 12] as const;

const ids = (query: URLSearchParams) => [...new Set((query.get('titles') ?? '').split(',').map(Number).filter((id) => Number.isSafeInteger(id) && id > 0))].slice(0, MOST);
const chosen = (query: URLSearchParams, name: string, options: readonly number[], usual: number) => (options.includes(Number(query.get(name))) ? Number(query.get(name)) : usual);

export default function RotationPage({ query }: PageProps) {
  const language = useLanguage();
  const said = text[language].rotation;
  useTitle(said.title);
  const session = useSession();
  const wishes = ids(query);
  const months = chosen(query, 'months', MONTHS, 4);
  const budget = chosen(query, 'budget', BUDGETS, 15_000);
  const perMonth = chosen(query, 'perMonth', PER_MONTH, 4);
  const ads = query.get('ads') !== 'no';
  const [plan, setPlan] = useState<Rotation | null>(null);
  const set = (changes: Record<string, string | null>) => go(withQuery('/plan', query, changes), { replace: true, stay: true });
  const setWishes = (next: readonly number[]) => { setPlan(null); set({ titles: next.slice(0, MOST).join(',') }); };
  const make = useAction(async () => setPlan(await rotation({ titleIds: wishes, months, monthlyBudgetWon: budget, titlesPerMonth: perMonth, ads })));
  const fill = useAction(async () => {
    const [page, worth] = await Promise.all([home(null), value(ads)]);
    const watchable = worth.services.flatMap((service) => service.titles.map((title) => title.titleId));
    const ranked = page.rows.flatMap((row) => row.titles).filter((title) => title.services.length > 0).map((title) => title.titleId);
    setWishes([...new Set([...wishes, ...ranked.slice(0, SUGGESTED), ...watchable])].slice(0, Math.max(wishes.length, SUGGESTED)));
  });
  const option = (name: string, label: string, options: readonly number[], at: number, words: (count: number) => string) => (
    <SelectField label={label} value={String(at)} onChange={(event) => { setPlan(null); set({ [name]: event.currentTarget.value }); }}>
      {options.map((one) => <option key={one} value={String(one)}>{words(one)}</option>)}
    </SelectField>
  );

  return (
    <div class="page rotation">
      <PageHead title={said.title}>{said.lead}</PageHead>
      <div class="rotation-form panel">
        <section class="stack">
          <h2>{said.wishes} {wishes.length > 0 && <small class="quiet">{wishes.length}</small>}</h2>
          <FindTitle label={said.add} placeholder={said.placeholder} onFound={(id) => (wishes.length >= MOST ? say(said.full) : wishes.includes(id) || setWishes([...wishes, id]))} />
          {wishes.length > 0 ? (
            <ul class="wishes">
              {wishes.map((id) => <Wish key={id} id={id} onRemove={() => setWishes(wishes.filter((one) => one !== id))} />)}
            </ul>
          ) : (
            <p class="quiet">{said.empty}</p>
          )}
          <div class="actions"><button type="button" class="button plain small" aria-disabled={fill.busy} onClick={() => void fill.run()}><Icon name="plus" /> {said.fill}</button></div>
          <Problem failure={fill.failure} />
        </section>
        <section class="rotation-options">
          {option('months', said.months, MONTHS, months, said.month)}
          {option('budget', said.budget, BUDGETS, budget, (amount) => won(amount, language))}
          {option('perMonth', said.perMonth, PER_MONTH, perMonth, said.titles)}
          <label class="check"><input type="checkbox" checked={ads} onChange={(event) => { setPlan(null); set({ ads: event.currentTarget.checked ? null : 'no' }); }} /> {said.ads}</label>
          <Problem failure={make.failure} />
          {session ? (
            <button type="button" class="button wide" disabled={!wishes.length} aria-disabled={make.busy} onClick={() => void make.run()}>{said.button}</button>
          ) : (
            <a class="button wide" href={`/login?returnTo=${encodeURIComponent(withQuery('/plan', query, {}))}`}>{said.logIn}</a>
          )}
        </section>
      </div>
      <div role="status" aria-live="polite">{plan && <Picture plan={plan} />}</div>
    </div>
  );
}

function Wish({ id, onRemove }: { id: number; onRemove: () => void }) {
  const language = useLanguage();
  const said = text[language].rotation;
  const known = useResource(`wish ${id}`, (signal) => load(id, signal));
  const name = known.value ? nameOf(known.value, language) : '';
  return (
    <li class="wish">
      <Poster src={posterOf(id)} name={name} />
      <button type="button" class="wish-remove" aria-label={said.remove(name)} title={said.remove(name)} onClick={onRemove}><Icon name="close" /></button>
    </li>
  );
}
