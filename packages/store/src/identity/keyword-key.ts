import { ALONE, COMPOUNDS, INVARIABLE, IRREGULAR, PREFIXES, SINGULARS_IN_E, SINGULARS_IN_S } from './english-words.js';
import { remembered } from './remembered.js';
import { nameKey } from './slug.js';

/**
 * What the forms of one keyword have in common: its slug with the last word in the singular ('AI agents' gives 'ai-agent') and with words
 * joined that English writes either way ('Start-up' gives 'startup'). Plurals and compounds are those of English alone: of a name in another
 * script, or with the small words of another language, it is the slug. Two names with one slug have one key. It is never shown.
 * @see docs/adr/0006-names.md
 */
export const keywordKey = remembered((name: string): string => {
  const slug = nameKey(name);
  return ENGLISH.test(slug) && !FOREIGN.test(slug) ? singular(joined(slug)) : slug;
});

const ENGLISH = /^[a-z0-9-]+$/;
/** Words that English names do not have. */
const FOREIGN = /(?:^|-)(?:d|da|das|de|del|della|der|des|di|do|dos|du|el|et|l|la|las|le|les|los|und|van|von|y)(?:-|$)/;

function singular(slug: string): string {
  const at = slug.lastIndexOf('-') + 1;
  const word = slug.slice(at);
  return at === 0 && ALONE.has(word) ? slug : `${slug.slice(0, at)}${singularOf(word)}`;
}

/** The first ending that fits decides. A word of three letters may be anything: 'gps', 'ios', 'gas'. */
function singularOf(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (INVARIABLE.has(word) || !/^[a-z]{3,}s$/.test(word) || /(?:ss|us|is|ics)$/.test(word)) return word;
  const [withE, bare] = [word.slice(0, -1), word.slice(0, -2)];
  if (SINGULARS_IN_E.has(withE)) return withE;
  if (SINGULARS_IN_S.has(bare)) return bare;
  if (/[a-z]{2}ies$/.test(word)) return `${word.slice(0, -3)}y`;
  return /(?:ss|sh|ch|x|[^aeou]o)es$/.test(word) ? bare : withE;
}

/** Joined where two words are a compound, or the first is a prefix of a word long enough not to be an ending. */
function joined(slug: string): string {
  return slug.split('-').reduce((text, word, index, all) => {
    const before = all[index - 1];
    if (before === undefined) return word;
    const isOne = PREFIXES.has(before) ? word.length >= 4 : isCompound(`${before}-${word}`);
    return isOne ? `${text}${word}` : `${text}-${word}`;
  }, '');
}

function isCompound(two: string): boolean {
  return COMPOUNDS.has(two) || COMPOUNDS.has(two.replace(/s$/, ''));
}
