import { useRef } from 'preact/hooks';
import { mine, title as load, type Mine, type TitleDetail } from '../../api/catalog.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { Loaded } from '../../components/Trouble.tsx';
import { nameOf } from '../../components/titles.ts';
import { useGrowing, useLanguage, useResource, useSession, useTitle } from '../../core/hooks.ts';
import { here, leaveDialog } from '../../core/navigation.ts';
import type { PageProps } from '../../core/pages.ts';
import { Opinion } from '../talk/Opinion.tsx';
import { Reviews } from '../talk/Reviews.tsx';
import { Facts, Lines, Similar, Where, Why } from './Parts.tsx';
import { Rating } from './Rating.tsx';
import { Stage } from './Stage.tsx';
import { text } from './words.ts';

/** A title, over the page it was opened from, at an address of its own. */
export default function TitleDialog({ params }: PageProps) {
  const id = Number(params.id);
  const language = useLanguage();
  const said = text[language];
  const session = useSession();
  const detail = useResource(`title ${params.id}`, (signal) => load(id, signal));
  const own = useResource(session ? `mine ${params.id} ${session.userId}` : null, (signal) => mine(id, signal));
  const name = detail.value ? nameOf(detail.value, language) : said.loading;
  useTitle(detail.value ? name : null);
  const rises = useRef(here.get().over !== null).current;
  return (
    <Dialog label={name} wide rises={rises} onClose={() => leaveDialog('/')}>
      <Loaded page resource={detail} skeleton={<div class="detail-skeleton"><div class="stage bone" /><div class="dialog-plain"><TextSkeleton lines={7} /></div></div>}>
        {(title) => <Detail title={title} own={own.value} onOwn={(change) => own.set((before) => before && { ...before, ...change })} />}
      </Loaded>
    </Dialog>
  );
}

/** The stage comes first, then what is to be done with the title, then what is beside and below it. */
const STEPS = 3;

function Detail({ title, own, onOwn }: { title: TitleDetail; own: Mine | null; onOwn: (change: Partial<Mine>) => void }) {
  const language = useLanguage();
  const session = useSession();
  const drawn = useGrowing(1, STEPS);
  const synopsis = language === 'en' ? (title.synopsisEnglish ?? title.synopsis) : title.synopsis;
  return (
    <article class="detail" aria-busy={drawn < STEPS}>
      <Stage title={title} own={own} />
      {drawn > 1 && (
        <div class="detail-body">
          <div class="detail-main">
            <Rating title={title} own={own} onRated={(stars) => onOwn({ stars: stars ?? undefined })} />
            {session && <Opinion titleId={title.titleId} own={own} onChange={onOwn} />}
            {synopsis && <p class="detail-story" lang={language === 'en' && title.synopsisEnglish ? 'en' : 'ko'}>{synopsis}</p>}
            <Lines title={title} />
          </div>
          <aside class="detail-side">
            {drawn > 2 && (
              <>
                <Where title={title} />
                <Why own={own} />
                <Facts title={title} />
              </>
            )}
          </aside>
        </div>
      )}
      {drawn > 2 && (
        <>
          <Similar title={title} />
          <Reviews titleId={title.titleId} stars={own?.stars ?? null} onRated={(stars) => onOwn({ stars })} />
        </>
      )}
    </article>
  );
}
