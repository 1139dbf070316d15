/**
 * What the words next to a single day make of it: its event begins then, ends then or is then; 'asOf' begins a rule or
 * counts what was; 'none' dates no event.
 */
export type DateRole = 'start' | 'end' | 'on' | 'asOf' | 'none';

const roles: readonly { readonly role: DateRole; readonly before: RegExp }[] = [
  {
    role: 'on',
    before: /\b(?:postponed|moved|rescheduled|put off|brought forward|pushed back|delayed) (?:to|until|till|for)$/i,
  },
  {
    role: 'none',
    before:
      /\b(?:originally|previously|initially|first) (?:planned|scheduled|set|due|slated)(?: for| on| to \w+ on)?$/i,
  },
  { role: 'asOf', before: /\b(?:as of|effective as of|on (?:and|or) after)$/i },
  {
    role: 'none',
    before:
      /\b(?:as at|since|(?:since|after) (?:its|the|their|his|her) [\w-]+(?: [\w-]+)? on|dated|dating(?: back)?(?: from| to)?|born(?: on)?|end of|after|(?:year|quarter|month|week|half|period) end(?:ed|ing)|year to)$/i,
  },
  {
    role: 'end',
    before:
      /\b(?:until|till|til|through|thru|by|before|prior to|ahead of|(?:no|not) later than|up to)(?:\sand including)?$/i,
  },
  {
    role: 'end',
    before:
      /\b(?:ending|closing|extended (?:by [\w-]+ [\w-]+ )?to|runs? to|runs? through|due|deadline of|on sale to)(?:\son)?$|(?:截止(?:日期|时间)?(?:为|是)?|到|(?<!截)至)$/i,
  },
  {
    role: 'end',
    before:
      /\b(?:deadline|closing date|cut-off date|due date|last day|time limit)\b[^.;]{0,80}(?:\b(?:is|was|on|for|to|of)|[:：])$/i,
  },
  {
    role: 'start',
    before: /(?:\b(?:starting|beginning|commencing|effective|from|as from)(?:\s(?:on|from))?|[自从])$/i,
  },
  { role: 'none', before: /(?<!\b(?:date|morning|evening|afternoon|night|period|deadline|deadline date))\sof$|^of$/i },
  { role: 'none', before: /截至$/ },
];

const behind: readonly { readonly role: DateRole; readonly after: RegExp }[] = [
  { role: 'start', after: /^\s?(?:and\s)?(?:onwards?\b|on until further)|^(?:起|开始|以后)/i },
  { role: 'end', after: /^[^.;]{0,20}\bis the (?:\w+ ){0,3}deadline\b|^\s?at the latest\b|^\s?(?:之?前|止|截止)/i },
];

// 'was to open on March 3 but …': it did not.
const planned = /\b(?:was|were) (?:(?:due|set|scheduled|meant|originally) )?to\b[^.;]{0,60}$/i;
const putOff = /^[^.;]{0,60}\b(?:but|now|however|extended|prolonged|postponed)\b/i;

/**
 * The role of one day in its sentence, by the words next to it.
 *
 * @param before The words before the date. @param after Those behind it.
 */
export function dateRole(before: string, after: string): DateRole {
  const near = before
    .slice(-120)
    .replace(
      /[\s(]+(?:the\s(?:date|day)\sof|the|midnight on|noon on|close of business on|the end of (?:the day|business) on|(?:\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\.?)?|noon|midnight) on)?\s*$/i,
      '',
    )
    .trimEnd();
  if (planned.test(near) && putOff.test(after)) return 'none';
  const told = behind.find((rule) => rule.after.test(after)) ?? roles.find((rule) => rule.before.test(near));
  return told?.role ?? 'on';
}
