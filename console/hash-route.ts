import { useSyncExternalStore } from 'react';

/** Where the page is: the parts of `#/members/mem_1`. Ids only, never a number: an address is kept in histories. */
const subscribe = (onChange: () => void) => {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
};

const read = (): string => window.location.hash.replace(/^#\/?/, '');

export const useHashRoute = (): readonly string[] =>
  useSyncExternalStore(subscribe, read).split('/').filter(Boolean).map(decodeURIComponent);

export const goTo = (...parts: readonly string[]): void => {
  window.location.hash = `/${parts.map(encodeURIComponent).join('/')}`;
};
