/** The description of the API as far as the page shows it. Nothing here knows the page. */
import { query } from '../../core/query.ts';

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description?: string;
  readonly schema: { readonly type?: string; readonly enum?: readonly string[]; readonly examples?: readonly unknown[] };
}

interface Media {
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, unknown>>;
}

export interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly security: readonly Readonly<Record<string, unknown>>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required: boolean; readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Readonly<Record<string, Media>> }>>;
}

export interface ApiDocument {
  readonly info: { readonly summary: string; readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

export interface Listed {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

export interface Group {
  readonly name: string;
  readonly description: string;
  readonly operations: readonly Listed[];
}

/** What is said in both languages, in one of them. */
export function inLanguage(said: string, language: 'ko' | 'en'): string {
  const [ko, en] = said.split(' · ', 2);
  return (language === 'en' ? en : ko) ?? said;
}

/** By tag, those whose path or words hold the text. */
export function groups(document: ApiDocument, words: string): Group[] {
  const wanted = words.trim().toLowerCase();
  const all: Listed[] = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  const fits = ({ method, path, operation }: Listed) =>
    `${method} ${path} ${operation.summary} ${operation.operationId}`.toLowerCase().includes(wanted);
  return document.tags
    .map((tag) => ({ ...tag, operations: all.filter((each) => each.operation.tags.includes(tag.name) && fits(each)) }))
    .filter((group) => group.operations.length > 0);
}

/** Who may: nobody in particular, whoever is logged in as well, or members alone. */
export function audience(operation: Operation): 'anybody' | 'visitor' | 'member' {
  if (operation.security.length === 0) return 'anybody';
  return operation.security.some((each) => Object.keys(each).length === 0) ? 'visitor' : 'member';
}

/** What a parameter's field holds at first: only what cannot be left out. */
export function firstValue({ required, schema }: Parameter): string {
  return required ? String(schema.examples?.[0] ?? schema.enum?.[0] ?? '') : '';
}

export function placeholder({ schema }: Parameter): string {
  return String(schema.examples?.[0] ?? schema.type ?? '');
}

/** Where the request goes. */
export function address(path: string, parameters: readonly Parameter[], values: Readonly<Record<string, string>>): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
  return filled + query(Object.fromEntries(parameters.filter((each) => each.in === 'query').map(({ name }) => [name, values[name]])));
}

export function headers(parameters: readonly Parameter[], values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    parameters.filter((each) => each.in === 'header' && values[each.name]).map(({ name }) => [name.toLowerCase(), values[name]!]),
  );
}

/** The body's first text: the example, as the content type writes it. */
export function firstBody(operation: Operation): { type: string; text: string } | null {
  const [type, media] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  if (!type) return null;
  const example = media?.example ?? {};
  if (type === 'application/x-www-form-urlencoded') return { type, text: new URLSearchParams(example as Record<string, string>).toString() };
  return { type, text: type === 'application/json' ? JSON.stringify(example, null, 2) : '' };
}

/** JSON set out over lines; any other text as it is. */
export function legible(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
