import type { ComponentType } from 'preact';
import type { PathParameters } from './route.ts';

/** What every page is given. */
export interface PageProps {
  readonly params: PathParameters;
  readonly query: URLSearchParams;
  readonly hash: string;
}

export interface PageModule {
  default: ComponentType<PageProps>;
}

/** For whom a page is: anybody, or members alone, who are sent to log in first. */
export interface Route {
  readonly pattern: string;
  readonly load: () => Promise<PageModule>;
  /** Where it differs: what a visitor sees there. */
  readonly visitor?: () => Promise<PageModule>;
  readonly members?: boolean;
  /** Lies over another page, and over this one when it is opened by its address. */
  readonly over?: string;
  /** Without the navigation, such as a log-in. */
  readonly bare?: boolean;
}

export const route = (pattern: string, load: Route['load'], more: Omit<Route, 'pattern' | 'load'> = {}): Route => ({ pattern, load, ...more });
