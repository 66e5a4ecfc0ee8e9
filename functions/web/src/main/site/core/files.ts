/** Long enough for any browser to have begun. */
const KEPT_MILLIS = 10_000;

/** Gives the visitor a file, under that name. */
export function save(name: string, content: string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MILLIS);
}
