import { randomBytes } from 'node:crypto';
import type { Media, Step, StoredText } from './stored-text.ts';

type NewText = Pick<StoredText, 'direction' | 'from' | 'to' | 'body' | 'serviceSid' | 'status'> & {
  readonly now: string;
  readonly media?: readonly Media[] | undefined;
  readonly validUntil?: string | undefined;
  readonly callbackUrl?: string | undefined;
  readonly callbacks?: StoredText['callbacks'] | undefined;
  readonly plan?: readonly Step[] | undefined;
};

const newSid = (prefix: 'SM' | 'MM'): string => `${prefix}${randomBytes(16).toString('hex')}`;

/** A text as it stands at the moment it is taken. */
export const newText = (props: NewText): StoredText => {
  const {
    now,
    media = [],
    validUntil = now,
    callbackUrl,
    callbacks = 'in_order',
    plan = [],
    ...rest
  } = props;
  return {
    ...rest,
    sid: newSid(media.length > 0 ? 'MM' : 'SM'),
    media,
    errorCode: null,
    createdAt: now,
    updatedAt: now,
    sentAt: rest.direction === 'inbound' ? now : null,
    validUntil,
    ...(callbackUrl === undefined ? {} : { callbackUrl }),
    callbacks,
    keptBack: [],
    plan,
    isRedacted: false,
    isDeleted: false,
  };
};
