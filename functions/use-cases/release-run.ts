import type { MemberId } from '../domain/ids.ts';
import type { DueEntry } from '../ports.ts';

export type ReleaseCounts = {
  ticked: number;
  texts: number;
  segments: number;
  rung: number;
  enqueued: number;
  failed: number;
};

/** What one run of the release has seen and done so far. Changed by it and gone after it. */
export type ReleaseRun = {
  readonly counts: ReleaseCounts;
  /** Entries that this run has acted on; the index may show them for a while yet. */
  readonly acted: Set<string>;
  readonly ticks: Map<MemberId, number>;
  readonly isBraked: boolean;
};

export const startReleaseRun = (isBraked: boolean): ReleaseRun => ({
  counts: { ticked: 0, texts: 0, segments: 0, rung: 0, enqueued: 0, failed: 0 },
  acted: new Set(),
  ticks: new Map(),
  isBraked,
});

/** With its instant: an entry that the index still shows after it was acted on is told from a new one. */
export const entryName = (entry: DueEntry): string => {
  switch (entry.kind) {
    case 'member':
      return `member ${entry.memberId} ${entry.dueAt}`;
    case 'inbound':
      return `inbound ${entry.phoneKey} ${entry.dueAt}`;
    case 'text':
      return `text ${entry.textId} ${entry.dueAt}`;
    default:
      return entry satisfies never;
  }
};
