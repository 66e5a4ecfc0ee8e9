/** Brings what is chosen out of a long list into sight; for a `ref`. */
export const inSight = (element: Element | null) => element?.scrollIntoView({ inline: 'center', block: 'nearest' });
