import type { StoredText } from './stored-text.ts';

type Filter = (text: StoredText) => boolean;

const DAY = /^\d{4}-\d\d-\d\d$/;
const whole = (instant: string): number => Math.floor(Date.parse(instant) / 1000); // Twilio's dates have no fractions

const sentFilter = (value: string | null, which: 'on' | 'until' | 'from'): Filter[] => {
  if (value === null || value === '') return [];
  const from = whole(DAY.test(value) ? `${value}T00:00:00Z` : value);
  const until = DAY.test(value) ? from + 86_399 : from;
  return [
    ({ sentAt }) => {
      if (sentAt === null) return false;
      const at = whole(sentAt);
      return (which === 'until' || at >= from) && (which === 'from' || at <= until);
    },
  ];
};

const equalFilter = (value: string | null, key: 'to' | 'from'): Filter[] =>
  value === null || value === '' ? [] : [(text) => text[key] === value];

const within = (value: string | null, least: number, most: number, otherwise: number): number => {
  const number = Number.parseInt(value ?? '', 10);
  return Number.isNaN(number) ? otherwise : Math.min(most, Math.max(least, number));
};

export type TextPage = {
  readonly texts: readonly StoredText[];
  /** Twilio's paging fields. */
  readonly paging: Readonly<Record<string, string | number | null>>;
};

/** One page of the texts that the query asks for, newest first, with Twilio's paging fields around it. */
export const listTexts = (texts: Iterable<StoredText>, query: URLSearchParams, path: string): TextPage => {
  const filters: readonly Filter[] = [
    ({ isDeleted }) => !isDeleted,
    ...equalFilter(query.get('To'), 'to'),
    ...equalFilter(query.get('From'), 'from'),
    ...sentFilter(query.get('DateSent'), 'on'),
    ...sentFilter(query.get('DateSent<'), 'until'),
    ...sentFilter(query.get('DateSent>'), 'from'),
  ];
  const found = [...texts].filter((text) => filters.every((isWanted) => isWanted(text))).reverse();

  const pageSize = within(query.get('PageSize'), 1, 1000, 50);
  const page = within(query.get('Page'), 0, Number.MAX_SAFE_INTEGER, 0);
  // the token names the last text of the page before, so that texts which come meanwhile do not shift the pages
  const afterSid = /^PA(.+)$/.exec(query.get('PageToken') ?? '')?.[1];
  const at = found.findIndex(({ sid }) => sid === afterSid);
  const start = at >= 0 ? at + 1 : page * pageSize;
  const shown = found.slice(start, start + pageSize);

  const uriOf = (number: number, token?: string): string => {
    const own = new URLSearchParams(query);
    own.set('PageSize', String(pageSize));
    own.set('Page', String(number));
    own.delete('PageToken');
    if (token !== undefined) own.set('PageToken', token);
    return `${path}?${own}`;
  };
  const last = shown.at(-1);
  return {
    texts: shown,
    paging: {
      end: start + Math.max(0, shown.length - 1),
      first_page_uri: uriOf(0),
      next_page_uri: last && start + shown.length < found.length ? uriOf(page + 1, `PA${last.sid}`) : null,
      page,
      page_size: pageSize,
      previous_page_uri: page === 0 ? null : uriOf(page - 1),
      start,
      uri: uriOf(page, query.get('PageToken') ?? undefined),
    },
  };
};
