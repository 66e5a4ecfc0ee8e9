import { useEffect } from 'preact/hooks';
import { beginCard, card as load, registerCard, removeCard } from '../../api/party.ts';
import { Icon } from '../../components/Icon.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { say } from '../../components/Toasts.tsx';
import { Loaded, Problem } from '../../components/Trouble.tsx';
import { useAction, useLanguage, useResource, useTitle } from '../../core/hooks.ts';
import { go } from '../../core/navigation.ts';
import type { PageProps } from '../../core/pages.ts';
import { register } from './window.ts';
import { text } from './words.ts';

/** The card that later months are charged to. */
export default function CardPage({ query }: PageProps) {
  const said = text[useLanguage()];
  useTitle(said.cardTitle);
  const found = useResource('card', load);
  const receipt = query.get('receipt_id');
  const adding = useAction(async () => await register(await beginCard(), said.cardTitle, '/party/card'));
  const removing = useAction(async () => { await removeCard(); say(said.cardRemoved); found.reload(); });
  const completing = useAction(async (receiptId: string) => {
    await registerCard(receiptId);
    say(said.cardAdded);
    found.reload();
    go('/party/card', { replace: true, stay: true });
  });
  useEffect(() => { if (receipt) void completing.run(receipt); }, [receipt]);
  return (
    <div class="narrow">
      <h1>{said.cardTitle}</h1>
      <p class="lead">{said.cardLead}</p>
      <Loaded resource={found} skeleton={<TextSkeleton lines={3} />}>
        {(card) => (
          <div class="panel stack">
            <p><Icon name="coins" /> {card.registered ? said.cardKnown(card.card ?? '') : said.cardNone}</p>
            <div class="actions">
              <button type="button" class="button" aria-disabled={adding.busy} onClick={() => void adding.run()}>{card.registered ? said.cardChange : said.cardAdd}</button>
              {card.registered && <button type="button" class="button plain" aria-disabled={removing.busy} onClick={() => void removing.run()}>{said.cardRemove}</button>}
            </div>
            <Problem failure={adding.failure ?? completing.failure ?? removing.failure} />
          </div>
        )}
      </Loaded>
    </div>
  );
}
