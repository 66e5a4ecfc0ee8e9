import type { ComponentType } from 'preact';
import { PageHead } from '../../components/PageHead.tsx';
import { useLanguage, useSession, useTitle } from '../../core/hooks.ts';
import { inSight } from '../../core/sight.ts';
import type { PageProps } from '../../core/pages.ts';
import { ClaimsToDecide } from './Claims.tsx';
import { Imports } from './Imports.tsx';
import { Lines } from './Lines.tsx';
import { Offers } from './Offers.tsx';
import { People } from './People.tsx';
import { Decisions } from './Decisions.tsx';
import { Refunds } from './Refunds.tsx';
import { Messages, Reports } from './Reports.tsx';
import { text } from './words.ts';

const PARTS: Record<string, ComponentType<{ query: URLSearchParams }>> = {
  lines: Lines,
  reports: Reports,
  messages: Messages,
  claims: ClaimsToDecide,
  refunds: Refunds,
  decisions: Decisions,
  imports: Imports,
  offers: Offers,
  people: People,
};

/** What administrators decide. The API refuses everybody else, whatever is shown here. */
export default function DeskPage({ query }: PageProps) {
  const said = text[useLanguage()];
  const session = useSession();
  useTitle(said.title);
  const wanted = query.get('part') ?? '';
  const part = wanted in PARTS ? wanted : 'lines';
  const Part = PARTS[part]!;
  return (
    <div class="page">
      <PageHead title={said.title}>{session?.admin ? said.lead : said.notAdmin}</PageHead>
      {session?.admin && (
        <>
          <nav class="subtabs" aria-label={said.title}>
            {Object.keys(PARTS).map((one) => <a key={one} ref={one === part ? inSight : undefined} href={`/desk?part=${one}`} aria-current={one === part ? 'page' : undefined}>{said.tabs[one]}</a>)}
          </nav>
          <section aria-labelledby="desk-part" class="desk">
            <h2 id="desk-part" class="for-readers">{said.tabs[part]}</h2>
            <Part query={query} />
          </section>
        </>
      )}
    </div>
  );
}
