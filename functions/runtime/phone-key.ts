import { createHmac } from 'node:crypto';
import { type PhoneKey, phoneKeySchema } from '../domain/ids.ts';
import type { HashPhone } from '../ports.ts';

const KEY_CHARACTERS = 32;
/** 22 characters of base64url are 132 bits; every key and queue message carries them. */
const PHONE_KEY_CHARACTERS = 22;

/**
 * HMAC-SHA256 of a number under a secret key: numbers are few enough to try them all, so a plain hash would hide
 * nothing. The key never changes, because the same number must stay the same member.
 */
export const createHashPhone = (secretKey: string): HashPhone => {
  if (secretKey.length < KEY_CHARACTERS)
    throw new RangeError(`the key of the phone keys has fewer than ${KEY_CHARACTERS} characters`);
  return (phone): PhoneKey =>
    phoneKeySchema.parse(
      createHmac('sha256', secretKey).update(phone).digest('base64url').slice(0, PHONE_KEY_CHARACTERS),
    );
};
