const utf8 = new TextEncoder();
const bytes = (text: string): number => utf8.encode(text).length;

const numberSize = (value: number): number => {
  const digits = Math.abs(value)
    .toString()
    .replace(/e.*$/, '')
    .replaceAll('.', '')
    .replace(/^0+|0+$/g, '');
  return Math.ceil(digits.length / 2) + 1 + (value < 0 ? 1 : 0);
};

const valueSize = (value: unknown): number => {
  if (value === undefined) return 0;
  if (typeof value === 'string') return bytes(value);
  if (typeof value === 'number') return numberSize(value);
  if (typeof value === 'boolean' || value === null) return 1;
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + 1 + valueSize(one), 3);
  return Object.values(value).filter(isStored).length + 3 + itemSize({ ...value });
};

const isStored = (value: unknown): boolean => value !== undefined;

/** The size of an item in bytes by DynamoDB's rules: names and values in UTF-8, 3 for a list or map and 1 for each entry. */
export const itemSize = (item: Readonly<Record<string, unknown>>): number =>
  Object.entries(item)
    .filter(([, value]) => isStored(value))
    .reduce((sum, [name, value]) => sum + bytes(name) + valueSize(value), 0);
