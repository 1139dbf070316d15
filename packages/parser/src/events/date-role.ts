/** What the words around a single day make of it: its event begins then, ends then, is then, or it dates no event. */
export type DateRole = 'start' | 'end' | 'on' | 'none';

const roles: readonly { readonly role: DateRole; readonly before: RegExp }[] = [
  { role: 'start', before: /\b(?:effective|effect|force|implemented)\s(?:as\s)?(?:of|from|on|since|starting)$/i },
  { role: 'none', before: /\b(?:as of|since|dated|dating(?: back)?(?: from| to)?|born(?: on)?|end of)$/i },
  { role: 'end', before: /\b(?:until|till|through|by|before|(?:no|not) later than|up to)$/i },
  { role: 'end', before: /\b(?:ends?|ended|ending|closes?|closed|closing|concludes?|runs? through|due)(?:\son)?$/i },
  { role: 'end', before: /\bdeadline\b[^.;]{0,80}\b(?:is|was|on|for|to)$/i },
  { role: 'start', before: /\b(?:starting|beginning|commencing|effective|from|as from)(?:\s(?:on|from))?$/i },
  {
    role: 'start',
    before:
      /\b(?:opens?|opened|opening|starts?|started|begins?|began|kicks? off|kicked off|commences?|commenced)(?:\sto the public)?(?:\s(?:on|from))?$/i,
  },
];

/**
 * The role of one day in its sentence.
 *
 * @param before The words before the date. @param after Those behind it.
 */
export function dateRole(before: string, after: string): DateRole {
  const near = before.slice(-120).replace(/[\s(]+(?:the)?\s*$/i, '');
  if (/^\s?(?:onwards?|and onwards?)\b/i.test(after)) return 'start';
  if (/^[^.;]{0,20}\bis the (?:\w+ ){0,3}deadline\b/i.test(after)) return 'end';
  return roles.find((rule) => rule.before.test(near))?.role ?? 'on';
}
