import { useState } from 'preact/hooks';

/** A poster that holds its place before it is there, and shows the name if it never comes. */
export function Poster({ src, name, eager = false }: { src: string; name: string; eager?: boolean }) {
  const [missing, setMissing] = useState(false);
  return (
    <span class="poster">
      {missing ? (
        <span class="poster-name" aria-hidden="true">{name}</span>
      ) : (
        <img
          src={src}
          alt=""
          width={300}
          height={450}
          loading={eager ? 'eager' : 'lazy'}
          decoding="async"
          draggable={false}
          onError={() => setMissing(true)}
        />
      )}
    </span>
  );
}
