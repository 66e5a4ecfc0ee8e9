import type { Favourite } from '../../api/member.ts';

const WIDTH = 400;
const HEIGHT = 170;
const FLOOR = 145;

/** How often each number of stars was given. */
export function Distribution({ counts, say }: { counts: Record<string, number>; say: (stars: string, count: number) => string }) {
  const bars = Object.entries(counts).sort(([a], [b]) => Number(a) - Number(b));
  const most = Math.max(1, ...bars.map(([, count]) => count));
  const step = WIDTH / Math.max(1, bars.length);
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={bars.map(([stars, count]) => say(stars, count)).join(', ')}>
      {bars.map(([stars, count], index) => {
        const height = (count / most) * (FLOOR - 24);
        const middle = index * step + step / 2;
        return (
          <g key={stars}>
            <rect class="bar-back" x={index * step + 4} y={24} width={step - 8} height={FLOOR - 24} rx="4" />
            <rect class="bar-fill" x={index * step + 4} y={FLOOR - height} width={step - 8} height={height} rx="4" />
            {count > 0 && <text class="value" x={middle} y={FLOOR - height - 6} text-anchor="middle">{count}</text>}
            <text x={middle} y={FLOOR + 17} text-anchor="middle">{stars}</text>
          </g>
        );
      })}
    </svg>
  );
}

const LINE = 30;

/** Names with how many titles there are of each, and the average. */
export function Bars({ favourites, name, say }: { favourites: readonly Favourite[]; name: (favourite: Favourite) => string; say: (count: number) => string }) {
  const most = Math.max(1, ...favourites.map((one) => one.titles));
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${favourites.length * LINE}`} role="img" aria-label={favourites.map((one) => `${name(one)} ${say(one.titles)} ★ ${one.mean.toFixed(1)}`).join(', ')}>
      {favourites.map((one, index) => (
        <g key={one.name}>
          <text class="value" x="0" y={index * LINE + 19}>{name(one)}</text>
          <rect class="bar-back" x="112" y={index * LINE + 8} width="216" height="14" rx="7" />
          <rect class="bar-fill second" x="112" y={index * LINE + 8} width={Math.max(14, (one.titles / most) * 216)} height="14" rx="7" />
          <text x={WIDTH} y={index * LINE + 19} text-anchor="end">{one.titles} · ★ {one.mean.toFixed(1)}</text>
        </g>
      ))}
    </svg>
  );
}

/** A correlation, from −1 to 1, as a needle over half a circle. */
export function Dial({ value, from, to, label }: { value: number; from: string; to: string; label: string }) {
  const angle = Math.PI * (1 - (Math.max(-1, Math.min(1, value)) + 1) / 2);
  return (
    <svg class="chart" viewBox="0 0 400 190" role="img" aria-label={`${label}: ${value.toFixed(2)}`}>
      <path d="M80 160 A120 120 0 0 1 320 160" fill="none" stroke="var(--raised-more)" stroke-width="22" stroke-linecap="round" />
      <path d={`M80 160 A120 120 0 0 1 ${200 + 120 * Math.cos(angle)} ${160 - 120 * Math.sin(angle)}`} fill="none" stroke="var(--match)" stroke-width="22" stroke-linecap="round" />
      <line class="needle" x1="200" y1="160" x2={200 + 92 * Math.cos(angle)} y2={160 - 92 * Math.sin(angle)} />
      <text class="value" x="200" y="186" text-anchor="middle">{value.toFixed(2)}</text>
      <text x="80" y="186" text-anchor="middle">{from}</text>
      <text x="320" y="186" text-anchor="middle">{to}</text>
    </svg>
  );
}

/** A share of a hundred as a ring. */
export function Ring({ percent, label }: { percent: number; label: string }) {
  const round = 2 * Math.PI * 52;
  return (
    <svg viewBox="0 0 120 120" role="img" aria-label={label}>
      <circle cx="60" cy="60" r="52" fill="none" stroke="var(--raised-more)" stroke-width="14" />
      <circle cx="60" cy="60" r="52" fill="none" stroke="var(--match)" stroke-width="14" stroke-linecap="round" stroke-dasharray={`${(percent / 100) * round} ${round}`} transform="rotate(-90 60 60)" />
      <text x="60" y="62">{percent}%</text>
    </svg>
  );
}
