import type { SendOutcome } from '../../domain/texts/delivery.ts';
import { classifyErrorCode } from './error-classes.ts';

const numberAt = (error: Error, key: 'status' | 'code'): number | undefined => {
  const value: unknown = Object.getOwnPropertyDescriptor(error, key)?.value;
  return typeof value === 'number' ? value : undefined;
};

/**
 * What a failed create says about the text. A 4xx is a refusal: the text does not exist. Everything else (5xx, no
 * answer in time, a broken connection, an answer that cannot be read) leaves that open.
 */
export const readSendFailure = (error: unknown): SendOutcome => {
  if (!(error instanceof Error)) return { kind: 'unknown' };
  const status = numberAt(error, 'status');
  if (status === undefined || status < 400 || status >= 500 || status === 408) return { kind: 'unknown' };
  const code = numberAt(error, 'code') ?? status;
  const errorClass = classifyErrorCode(code);
  if (status === 429 || errorClass === 'throttled') return { kind: 'throttled', code };
  return { kind: 'refused', code, errorClass };
};
