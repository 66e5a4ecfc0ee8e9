/** What holds the place of rows and cards until they are there, of the same size. */
export function RowSkeleton({ count = 12 }: { count?: number }) {
  return (
    <div class="row" aria-hidden="true">
      <div class="row-head"><span class="bone bone-head" /></div>
      <div class="row-list">
        {Array.from({ length: count }, (_, index) => (
          <div class="card" key={index}>
            <span class="bone poster" />
            <span class="bone bone-line" />
          </div>
        ))}
      </div>
    </div>
  );
}

export function GridSkeleton({ count = 24 }: { count?: number }) {
  return (
    <div class="grid" aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <div class="card" key={index}>
          <span class="bone poster" />
          <span class="bone bone-line" />
        </div>
      ))}
    </div>
  );
}

export function TextSkeleton({ lines = 4 }: { lines?: number }) {
  return (
    <div class="stack" aria-hidden="true">
      {Array.from({ length: lines }, (_, index) => <span key={index} class="bone bone-line" />)}
    </div>
  );
}
