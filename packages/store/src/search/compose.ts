/** A text whose characters are composed (NFC), piece by piece. */
export interface Composed {
  readonly text: string;
  /** Where its offsets and those of the text that was given go apart; none where nothing was composed. */
  readonly shifts: readonly Shift[];
}

/** A place behind a piece that is longer or shorter when it is composed, in UTF-16 code units and in characters, in both texts. */
interface Shift {
  readonly offset: number;
  readonly character: number;
  readonly from: Place;
}

interface Place {
  readonly offset: number;
  readonly character: number;
}

/**
 * Composes a text.
 * @see https://unicode.org/reports/tr15/ (normalization forms)
 */
export function compose(text: string): Composed {
  if (text.normalize('NFC') === text) return { text, shifts: [] };
  const shifts: Shift[] = [];
  const pieces: string[] = [];
  let [offset, character] = [0, 0];
  const from = { offset: 0, character: 0 };
  for (const [piece] of text.matchAll(PIECE)) {
    const composed = piece.normalize('NFC');
    pieces.push(composed);
    offset += composed.length;
    character += [...composed].length;
    from.offset += piece.length;
    from.character += [...piece].length;
    if (piece.length !== composed.length) shifts.push({ offset, character, from: { ...from } });
  }
  return { text: pieces.join(''), shifts };
}

/** A syllable of Hangul in its parts; a character with the marks on it; marks on nothing. */
const PIECE = /[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[\uac00-\ud7a3][\u11a8-\u11c2]|\P{M}\p{M}*|\p{M}+/gu;

/** Places of a text that was made out of another one: between two of them both sides go on alike. */
export interface Places {
  readonly places: readonly number[];
  readonly offsets: readonly number[];
  readonly characters: readonly number[];
}

/** The places of what was made out of a composed text, in the text that was given. */
export function throughComposed({ places, offsets, characters }: Places, { shifts }: Composed): Places {
  const led = places.map((place, index) => {
    const [offset, character] = [offsets[index] ?? 0, characters[index] ?? 0];
    return { place, ...ahead(shifts, { offset, character }) };
  });
  const more = shifts.map(({ offset, character, from }) => {
    const index = offsets.findLastIndex((known) => known <= offset);
    return { place: (places[index] ?? 0) + character - (characters[index] ?? 0), ...from };
  });
  const all = [...led, ...more].sort((a, b) => a.place - b.place || a.offset - b.offset);
  // Of two at one place the later one: what is none in between belongs to neither side.
  const kept = all.filter(({ place }, index) => all[index + 1]?.place !== place);
  return {
    places: kept.map(({ place }) => place),
    offsets: kept.map(({ offset }) => offset),
    characters: kept.map(({ character }) => character),
  };
}

function ahead(shifts: readonly Shift[], { offset, character }: Place): Place {
  const shift = shifts.findLast((one) => one.offset <= offset);
  if (shift === undefined) return { offset, character };
  return {
    offset: shift.from.offset + offset - shift.offset,
    character: shift.from.character + character - shift.character,
  };
}
