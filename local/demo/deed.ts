import type { StaffAct } from '../../functions/domain/decision.ts';
import type { Instant } from '../../functions/domain/time.ts';

/** What somebody does at some moment of the demo. */
export type Deed =
  | { readonly kind: 'say'; readonly at: Instant; readonly body: string }
  | { readonly kind: 'act'; readonly at: Instant; readonly act: DeedAct };
/** A staff act on the open escalation, before its ids are known. */
export type DeedAct =
  | { readonly kind: 'acknowledge' | 'release' | 'misread'; readonly by: string; readonly note: string }
  | {
      readonly kind: 'log_contact';
      readonly by: string;
      readonly note: string;
      readonly outcome: Extract<StaffAct, { kind: 'log_contact' }>['outcome'];
    };
