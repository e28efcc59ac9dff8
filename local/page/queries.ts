import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getJson, postJson } from '../../console/client.ts';

/** What the local run answers about its phones, its clock and its pages to staff. */
export type PhoneText = {
  readonly at: string;
  readonly direction: 'in' | 'out';
  readonly body: string;
  readonly status: string;
  readonly segments: number;
};
export type KnownPhone = { readonly phone: string; readonly memberId?: string; readonly lastAt?: string };
export type ClockFace = { readonly now: string; readonly wallNow: string; readonly settled: boolean };
export type StaffPage = {
  readonly at: string;
  readonly memberId: string;
  readonly urgency?: string;
  readonly tier?: string;
  readonly rung?: number;
  readonly rings?: boolean | string;
  readonly why?: string;
  readonly firstLine?: string;
};
export type Jump =
  | { readonly until: 'next-text'; readonly phone?: string }
  | { readonly advance: string; readonly outage?: true }
  | { readonly to: string };
export type JumpAnswer = {
  readonly now: string;
  readonly settled?: boolean;
  readonly text?: unknown;
  readonly why?: string;
};

const FAST_MS = 1_000;
const SLOW_MS = 5_000;

const phonePath = (phone: string): string => `/local/phones/${encodeURIComponent(phone)}/texts`;

export const useTexts = (phone: string) =>
  useQuery({
    queryKey: ['texts', phone],
    queryFn: async ({ signal }) =>
      (await getJson<{ readonly texts: readonly PhoneText[] }>(phonePath(phone), signal)).texts,
    refetchInterval: FAST_MS,
  });

/** Quick while the shown phone has no member yet: its first text is about to make one. */
export const usePhones = (shown: string) =>
  useQuery({
    queryKey: ['phones'],
    queryFn: async ({ signal }) =>
      (await getJson<{ readonly phones: readonly KnownPhone[] }>('/local/phones', signal)).phones,
    refetchInterval: ({ state }) =>
      state.data?.some(({ phone, memberId }) => phone === shown && memberId) ? SLOW_MS : FAST_MS,
  });

export const useClock = () =>
  useQuery({
    queryKey: ['clock'],
    queryFn: ({ signal }) => getJson<ClockFace>('/local/clock', signal),
    refetchInterval: FAST_MS,
  });

export const usePages = () =>
  useQuery({
    queryKey: ['pages'],
    queryFn: async ({ signal }) =>
      (await getJson<{ readonly pages: readonly StaffPage[] }>('/local/pages', signal)).pages,
  });

/** The member texts us; what comes back is there as soon as the program has answered. */
export const useSendText = (phone: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: string) => postJson<unknown>(phonePath(phone), { body }),
    onSettled: () => client.invalidateQueries(),
  });
};

/** Moves the program's clock; answers when everything that this set off has settled. */
export const useJump = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (jump: Jump) => postJson<JumpAnswer>('/local/clock', jump),
    onSettled: () => client.invalidateQueries(),
  });
};
