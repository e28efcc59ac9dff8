/** `(612) 555-0100` for a North American number, and any other as it is. */
export const sayPhone = (e164: string): string => {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(e164);
  return parts ? `(${parts[1]}) ${parts[2]}-${parts[3]}` : e164;
};

/** Reads a number as people type it; undefined when it is none. Ten digits are a North American number. */
export const readPhone = (typed: string): string | undefined => {
  const digits = typed.replaceAll(/\D/g, '');
  if (digits.length === 10) return `+1${digits}`;
  return /^[1-9]\d{6,14}$/.test(digits) ? `+${digits}` : undefined;
};

const FIRST = 6125550100;
const PLAIN_HANDSETS = 90;

/** The first made-up number that nobody has used; those from 0190 on behave oddly on purpose. */
export const freshPhone = (used: ReadonlySet<string>): string => {
  for (let n = 0; n < PLAIN_HANDSETS; n += 1) {
    const phone = `+1${FIRST + n}`;
    if (!used.has(phone)) return phone;
  }
  return `+1${FIRST}`;
};
