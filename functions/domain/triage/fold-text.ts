/** A text made plain for comparing: each character knows the piece of the original that it came from. */
export type FoldedText = {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

const INVISIBLE = /\p{M}|\p{Cf}|\p{Emoji_Modifier}/u;
const PLAIN = /^[a-z0-9 .,!?\n]$/;
const PICTURE = /\p{Extended_Pictographic}|[\u{1F1E6}-\u{1F1FF}]/u;
const APOSTROPHES = new Set(["'", '’', '‘', '`', '´', 'ʼ', '′']);
/** Cyrillic and Greek letters that look like Latin ones; phones and jokers send them. */
const LOOK_ALIKES = new Map(
  Object.entries({
    а: 'a',
    е: 'e',
    о: 'o',
    р: 'p',
    с: 'c',
    х: 'x',
    у: 'y',
    і: 'i',
    ѕ: 's',
    ј: 'j',
    α: 'a',
  }).concat(Object.entries({ ο: 'o', ι: 'i', ν: 'v', ε: 'e', ı: 'i', ł: 'l', ø: 'o', æ: 'ae', ß: 'ss' })),
);

const foldCharacter = (character: string, pictures: ReadonlyMap<string, string>): string => {
  if (PLAIN.test(character)) return character;
  const picture = pictures.get(character);
  if (picture !== undefined) return ` ${picture} `;
  if (APOSTROPHES.has(character) || INVISIBLE.test(character)) return '';
  if (PICTURE.test(character) && !/[\d#*©®]/.test(character)) return ',';
  if (character === '&') return ' and ';
  const plain = character.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  return Array.from(plain, (piece) => LOOK_ALIKES.get(piece) ?? piece).join('');
};

/**
 * Lower case, no accents, no apostrophes, look-alike letters made Latin, pictures with a meaning made words.
 * Keeps the way back to the original, because staff are shown the member's own words.
 */
export const foldText = (original: string, pictures: ReadonlyMap<string, string> = new Map()): FoldedText => {
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of original) {
    const folded = foldCharacter(character, pictures);
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(at);
      ends.push(at + character.length);
    }
    pieces.push(folded);
    at += character.length;
  }
  return { text: pieces.join(''), starts, ends };
};
