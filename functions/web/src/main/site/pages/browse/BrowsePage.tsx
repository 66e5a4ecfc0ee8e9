import { useState } from 'preact/hooks';
import { genres, services } from '../../api/catalog.ts';
import { ServiceMark } from '../../components/Badges.tsx';
import { SelectField } from '../../components/Field.tsx';
import { Icon } from '../../components/Icon.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { genreName, serviceName } from '../../components/titles.ts';
import { useLanguage, useResource, useTitle } from '../../core/hooks.ts';
import { go, here } from '../../core/navigation.ts';
import type { PageProps } from '../../core/pages.ts';
import { withQuery } from '../../core/route.ts';
import { filterOf, genresOf, toggled, type Filter } from './filters.ts';
import { List } from './List.tsx';
import { text } from './words.ts';

const SORTS = ['popularity', 'rating', 'newest', 'year', 'title'] as const;
const AGES = ['all', '12', '15', '19'] as const;
const RATINGS = ['3', '3.5', '4'] as const;
const RUNTIMES = ['90', '110', '130'] as const;
const DECADES = [2020, 2010, 2000, 1990, 1980] as const;

export default function BrowsePage({ query }: PageProps) {
  const language = useLanguage();
  const said = text[language];
  useTitle(said.title);
  const filter = filterOf(query);
  const chosen = genresOf(filter);
  const offered = useResource('genres', genres);
  const shops = useResource('services', services);
  const [open, setOpen] = useState(false);
  const set = (changes: Partial<Record<Filter, string | null>>) => go(withQuery('/browse', new URLSearchParams(filter), changes as Record<string, string | null>), { replace: true, stay: true });
  const count = Object.keys(filter).filter((name) => name !== 'sort').length;
  const select = (name: Filter, label: string, options: readonly (readonly [string, string])[]) => (
    <SelectField label={label} value={filter[name] ?? ''} onChange={(event) => set({ [name]: event.currentTarget.value || null })}>
      <option value="">{said.any}</option>
      {options.map(([value, name]) => <option key={value} value={value}>{name}</option>)}
    </SelectField>
  );
  const decade = filter.yearFrom && filter.yearTo ? filter.yearFrom : '';
  return (
    <div class="page browse">
      <PageHead title={said.title} />
      <div class="chips genre-chips" role="group" aria-label={said.genres}>
        {(offered.value ?? []).map((genre) => (
          <button key={genre.genre} type="button" class="chip" aria-pressed={chosen.includes(genre.genre)} onClick={() => set({ genre: toggled(chosen, genre.genre) || null })}>
            {genreName(genre.genre, language)}
          </button>
        ))}
        {!offered.value && Array.from({ length: 10 }, (_, index) => <span key={index} class="chip bone chip-bone" aria-hidden="true" />)}
      </div>
      <div class="chips" role="group" aria-label={said.services}>
        {(shops.value ?? []).filter((shop) => shop.titles > 0).map((shop) => (
          <button key={shop.service} type="button" class="chip" aria-pressed={filter.service === shop.service} onClick={() => set({ service: filter.service === shop.service ? null : shop.service })}>
            <ServiceMark service={shop.service} /> {serviceName(shop.service, language)}
          </button>
        ))}
      </div>
      <div class="browse-bar">
        <button type="button" class="button plain small" aria-expanded={open} onClick={() => setOpen(!open)}><Icon name="filter" /> {said.filters}{count > 0 && ` (${count})`}</button>
        {count > 0 && <button type="button" class="link small-text" onClick={() => go('/browse', { replace: true, stay: true })}>{said.clear}</button>}
        <span class="browse-sort">
          <SelectField label={said.sort} value={filter.sort ?? 'popularity'} onChange={(event) => set({ sort: event.currentTarget.value === 'popularity' ? null : event.currentTarget.value })}>
            {SORTS.map((sort) => <option key={sort} value={sort}>{said.sorts[sort]}</option>)}
          </SelectField>
        </span>
      </div>
      {open && (
        <div class="browse-filters panel">
          {select('rating', said.rating, RATINGS.map((stars) => [stars, said.atLeast(stars)] as const))}
          {select('ageAtMost', said.age, AGES.map((age) => [age, said.ages[age]] as const))}
          {select('runtimeTo', said.runtime, RUNTIMES.map((minutes) => [minutes, said.atMost(minutes)] as const))}
          <SelectField label={said.years} value={decade} onChange={(event) => set(event.currentTarget.value ? { yearFrom: event.currentTarget.value, yearTo: String(Number(event.currentTarget.value) + 9) } : { yearFrom: null, yearTo: null })}>
            <option value="">{said.any}</option>
            {DECADES.map((year) => <option key={year} value={String(year)}>{said.decade(year)}</option>)}
          </SelectField>
          {select('kind', said.kind, [['film', said.film], ['series', said.series]])}
          {select('country', said.country, (['KR', 'US', 'JP', 'FR', 'GB', 'HK', 'CN'] as const).map((code) => [code, new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code] as const))}
          {select('released', said.released, [['new', said.fresh], ['upcoming', said.upcoming]])}
        </div>
      )}
      <List filter={filter} key={here.get().path} />
    </div>
  );
}
