import { createStore } from './store.ts';

/** Counts what the viewer says of titles: the home page looks for a newer order when it grows. */
export const tasteChanges = createStore(0);

export const tasteChanged = () => tasteChanges.set(tasteChanges.get() + 1);
