import { rate, unrate, type Mine, type TitleDetail } from '../../api/catalog.ts';
import { StarsInput } from '../../components/Stars.tsx';
import { say } from '../../components/Toasts.tsx';
import { nameOf } from '../../components/titles.ts';
import { Failure } from '../../core/failure.ts';
import { useLanguage, useLocation, useSession } from '../../core/hooks.ts';
import { tasteChanged } from '../../core/taste.ts';
import { text } from './words.ts';

/** What the viewer gives it, is predicted to give it, and everybody gives it. */
export function Rating({ title, own, onRated }: { title: TitleDetail; own: Mine | null; onRated: (stars: number | null) => void }) {
  const language = useLanguage();
  const said = text[language];
  const session = useSession();
  const { address } = useLocation();

  /** Shown at once, and taken back if it does not arrive. */
  async function give(stars: number | null, before: number | null) {
    onRated(stars);
    try {
      if (stars === null) await unrate(title.titleId);
      else await rate(title.titleId, stars);
    } catch (thrown) {
      onRated(before);
      say(Failure.of(thrown), { name: said.again, run: () => void give(stars, before) });
      return;
    }
    tasteChanged();
    say(stars === null ? said.unrated : said.rated(nameOf(title, language), stars.toFixed(1)), { name: said.undo, run: () => void give(before, stars) });
  }

  const given = own?.stars ?? null;
  return (
    <div class="rating">
      {session ? (
        <div class="rating-own">
          <span class="rating-label">{said.rate}</span>
          <StarsInput value={given} label={said.rate} onChoose={(stars) => void give(stars, given)} />
          {given !== null && <button type="button" class="link small-text" onClick={() => void give(null, given)}>{said.clear}</button>}
        </div>
      ) : (
        <a class="button plain small" href={`/login?returnTo=${encodeURIComponent(address)}`}>{said.logInToRate}</a>
      )}
      <dl class="rating-others">
        {own?.predictedStars !== undefined && (
          <div><dt>{said.predicted}</dt><dd class="star predicted">★ {own.predictedStars.toFixed(1)}</dd></div>
        )}
        {title.stars !== undefined && (
          <div><dt>{said.average(title.ratings)}</dt><dd>★ {title.stars.toFixed(1)}</dd></div>
        )}
      </dl>
    </div>
  );
}
