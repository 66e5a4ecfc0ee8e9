import { ledger, type LedgerEntry } from '../../api/party.ts';
import { More, usePages } from '../../components/More.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { Trouble } from '../../components/Trouble.tsx';
import { clock, date } from '../../core/dates.ts';
import { useLanguage } from '../../core/hooks.ts';
import { won } from '../../core/language.ts';
import { hostMoney, sumOf } from './money.ts';
import { text } from './words.ts';

/** Whom a line is about: oneself, or a seat by its number; that the host is the host, the account says already. */
function whoOf(who: string | null | undefined, said: { you: string; seatNumber: (number: string) => string }): string | null {
  if (!who || who === 'host') return null;
  const number = /^seat (\d+)$/.exec(who);
  return number ? said.seatNumber(number[1]!) : who === 'you' ? said.you : who;
}

/** All the money that moved in a party, for whoever is in it. */
export function LedgerView({ partyId, host }: { partyId: number; host: boolean }) {
  const language = useLanguage();
  const said = text[language];
  const pages = usePages<LedgerEntry, number>(`ledger ${partyId}`, async (after, signal) => {
    const page = await ledger(partyId, after, signal);
    return { items: page.entries, next: page.next };
  });
  if (pages.failure && !pages.items) return <Trouble failure={pages.failure} retry={pages.reload} />;
  if (!pages.items) return <div class="panel"><TextSkeleton lines={8} /></div>;
  const money = hostMoney(pages.items);
  const sum = pages.items.reduce((all, entry) => all + sumOf(entry), 0);
  return (
    <div class="stack">
      {host && (
        <section class="panel">
          <h2 class="panel-title">{said.hostMoney}</h2>
          <dl class="figures">
            <div><dt>{said.earned}</dt><dd>{won(money.earned, language)}</dd></div>
            <div><dt>{said.paidOut}</dt><dd>{won(money.paidOut, language)}</dd></div>
            <div><dt>{said.toCome}</dt><dd>{won(money.toCome, language)}</dd></div>
          </dl>
          <p class="small-text quiet">{said.hostMoneyLead}</p>
        </section>
      )}
      <section class="panel">
        <p class="quiet ledger-lead">{said.ledgerLead}</p>
        <p class="sum-line" role="status"><b>{said.sum(won(sum, language))}</b>{sum === 0 && <span class="good">✓ {said.balanced}</span>}</p>
        {pages.items.length === 0 && <p>{said.noEntries}</p>}
        <Entries entries={pages.items} />
        <More pages={pages} />
      </section>
    </div>
  );
}

/** Each entry with its lines, which sum to zero. */
export function Entries({ entries }: { entries: readonly LedgerEntry[] }) {
  const language = useLanguage();
  const said = text[language];
  return (
    <ol class="ledger">
      {entries.map((entry) => (
        <li key={entry.entryId}>
          <p class="ledger-head">
            <b>{said.reasons[entry.reason] ?? entry.reason}</b>
            <time class="quiet small-text" dateTime={entry.at}>{date(Date.parse(entry.at), language)} {clock(Date.parse(entry.at), language)}</time>
          </p>
          <table class="ledger-lines">
            <tbody>
              {entry.lines.map((line, index) => {
                const who = whoOf(line.who, said);
                return (
                  <tr key={index}>
                    <th scope="row">{said.accounts[line.account] ?? line.account}{who && <small class="quiet"> · {who}</small>}</th>
                    <td class={line.amount < 0 ? 'minus' : ''}>{line.amount > 0 ? '+' : ''}{won(line.amount, language)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </li>
      ))}
    </ol>
  );
}
