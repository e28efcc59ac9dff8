import { QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { EscalationView } from '../functions/use-cases/record/escalation-schema.ts';
import type { EnrollmentRecord, EnrollmentSummary } from '../functions/use-cases/record/record-schema.ts';
import { getJson, postJson, RequestError } from './client.ts';

/** Everything refreshes by itself; a page that nobody sees rests. */
const REFRESH_MS = 2_000;
const PAGE_LIMIT = 500;
/** As many as one list can show at once; the newest come first. */
const MOST = 5_000;

const isWorthRetrying = (failures: number, error: Error): boolean =>
  !(error instanceof RequestError) && failures < 1;

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        refetchInterval: REFRESH_MS,
        staleTime: 500,
        retry: isWorthRetrying,
        retryDelay: 400,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });

type EnrollmentsPage = { readonly enrollments: readonly EnrollmentSummary[]; readonly next?: string };

const listAll = async (signal: AbortSignal): Promise<readonly EnrollmentSummary[]> => {
  const all: EnrollmentSummary[] = [];
  let after: string | undefined;
  do {
    const query = after === undefined ? '' : `&after=${encodeURIComponent(after)}`;
    const page = await getJson<EnrollmentsPage>(`/api/enrollments?limit=${PAGE_LIMIT}${query}`, signal);
    all.push(...page.enrollments);
    after = page.next;
  } while (after !== undefined && all.length < MOST);
  return all;
};

export const useEnrollments = () =>
  useQuery({ queryKey: ['enrollments'], queryFn: ({ signal }) => listAll(signal) });

export const useRecord = (memberId: string | undefined) =>
  useQuery({
    queryKey: ['record', memberId],
    enabled: memberId !== undefined,
    queryFn: ({ signal }) =>
      getJson<EnrollmentRecord>(`/api/enrollments/${encodeURIComponent(memberId ?? '')}`, signal),
  });

export const useEscalations = () =>
  useQuery({
    queryKey: ['escalations'],
    queryFn: ({ signal }) =>
      getJson<{ readonly asOf: string; readonly escalations: readonly EscalationView[] }>(
        '/api/escalations',
        signal,
      ),
  });

export type StaffActRequest = {
  readonly path: string;
  readonly body: Readonly<Record<string, string>>;
};

/** Does one act of staff, then reads everything anew. */
export const useAct = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body }: StaffActRequest) =>
      postJson<{ readonly result: 'done' | 'already_done' }>(path, body),
    onSettled: () => client.invalidateQueries(),
  });
};
