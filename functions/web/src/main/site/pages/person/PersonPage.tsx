import { person } from '../../api/catalog.ts';
import { Card } from '../../components/Card.tsx';
import { GridSkeleton } from '../../components/Skeleton.tsx';
import { Loaded } from '../../components/Trouble.tsx';
import { useLanguage, useResource, useTitle } from '../../core/hooks.ts';
import { words } from '../../core/language.ts';
import type { PageProps } from '../../core/pages.ts';

const text = words(
  { works: (count: number) => `작품 ${count}편`, director: '감독', cast: '출연', years: (from: number, to: number) => (from === to ? `${from}년` : `${from}–${to}년`) },
  { works: (count) => (count === 1 ? 'One title' : `${count} titles`), director: 'Director', cast: 'Actor', years: (from, to) => (from === to ? `${from}` : `${from}–${to}`) },
);

export default function PersonPage({ params }: PageProps) {
  const language = useLanguage();
  const said = text[language];
  const found = useResource(`person ${params.id}`, (signal) => person(Number(params.id), signal));
  const name = found.value && (language === 'en' ? found.value.originalName : found.value.name);
  useTitle(name);
  return (
    <div class="page">
      <Loaded page resource={found} skeleton={<GridSkeleton count={12} />}>
        {(someone) => {
          const years = someone.filmography.flatMap((work) => work.year ?? []);
          const other = language === 'en' ? someone.name : someone.originalName;
          const roles = (['director', 'cast'] as const).filter((role) => someone.filmography.some((work) => work.roles.includes(role)));
          return (
            <>
              <div class="page-head person-head">
                <span class="person-mark" aria-hidden="true">{[...(name ?? '')][0]}</span>
                <div>
                  <h1>{name}</h1>
                  <p>
                    {[other === name ? null : other, roles.map((role) => said[role]).join(' · '), said.works(someone.filmography.length), years.length ? said.years(Math.min(...years), Math.max(...years)) : null]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                </div>
              </div>
              <ul class="grid">
                {someone.filmography.map((work, index) => (
                  <Card key={work.titleId} title={work} eager={index < 12} note={<span>{[work.year, work.roles.map((role) => (role === 'director' ? said.director : said.cast)).join('·')].filter(Boolean).join(' ')}</span>} />
                ))}
              </ul>
            </>
          );
        }}
      </Loaded>
    </div>
  );
}
