import type { PhoneNumber } from '../../domain/ids.ts';

/** A number as people write it: `(612) 555-0100`; one from elsewhere stays in its international form. */
export const sayPhone = (phone: PhoneNumber): string => {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phone);
  return parts ? `(${parts[1]}) ${parts[2]}-${parts[3]}` : phone;
};
