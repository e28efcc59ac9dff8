import { describe, expect, it } from 'vitest';
import { classifyErrorCode, ERROR_CLASSES } from '../../../functions/adapters/twilio/error-classes.ts';
import { deliveryErrorClassSchema } from '../../../functions/domain/texts/delivery.ts';

describe('the error table', () => {
  it.each([
    [20003, 'configuration'],
    [20429, 'throttled'],
    [21211, 'permanent'],
    [21408, 'configuration'],
    [21610, 'opted_out'],
    [21611, 'throttled'],
    [21614, 'permanent'],
    [21617, 'content'],
    [30001, 'throttled'],
    [30002, 'configuration'],
    [30003, 'transient'],
    [30005, 'permanent'],
    [30006, 'permanent'],
    [30007, 'content'],
    [30008, 'transient'],
    [30022, 'throttled'],
    [30034, 'configuration'],
    [30036, 'expired'],
    [63038, 'throttled'],
    [99999, 'unknown_code'],
    [0, 'unknown_code'],
    [Number.NaN, 'unknown_code'],
  ])('%i is %s', (code, errorClass) => {
    expect(classifyErrorCode(code)).toBe(errorClass);
  });

  it('says why, and lists no code as unknown', () => {
    for (const { errorClass, reason } of Object.values(ERROR_CLASSES)) {
      expect(deliveryErrorClassSchema.parse(errorClass)).not.toBe('unknown_code');
      expect(reason.length).toBeGreaterThan(8);
    }
  });
});
