/** A text as its bare letters and digits, and where in the text each of them stands (UTF-16 units, end excluded). */
export type Letters = {
  readonly text: string;
  readonly from: readonly number[];
  readonly to: readonly number[];
};

/** Drops case, accents, spaces, punctuation and emoji, so that a copy is seen to be one however it was quoted. */
export const lettersOf = (body: string): Letters => {
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const character of body) {
    const end = at + character.length;
    // Plain letters, nearly all of them, need no look at the tables of Unicode.
    const folded =
      character <= '\u007f' ? character.toLowerCase() : character.normalize('NFKD').toLowerCase();
    for (const letter of folded) {
      if (!/[\p{L}\p{N}]/u.test(letter)) continue;
      text += letter;
      // A letter outside the basic plane takes two units of the text too.
      for (let unit = 0; unit < letter.length; unit++) {
        from.push(at);
        to.push(end);
      }
    }
    at = end;
  }
  return { text, from, to };
};
