import type { NamedFile } from './http.ts';

const READ_WITHIN_MILLIS = 10_000;

/** Hands a file to the browser, which puts it where downloads go. */
export function keep({ name, content }: NamedFile): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), READ_WITHIN_MILLIS);
}
