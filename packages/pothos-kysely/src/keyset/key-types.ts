/** How each type of key looks as Postgres prints it: a cursor that holds anything else was not made here. */
const FORMS = {
  text: /^[^\0]*$/,
  int4: /^-?\d{1,10}$/,
  int8: /^-?\d{1,19}$/,
  numeric: /^-?\d{1,500}(\.\d{1,500})?$/,
  float8: /^(-?\d{1,20}(\.\d{1,20})?(e[+-]\d{1,3})?|-?Infinity|NaN)$/,
  bool: /^(true|false)$/,
  date: /^(\d{4}-\d\d-\d\d|-?infinity)$/,
  timestamptz:
    /^(\d{4}-\d\d-\d\d ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?[+-](0\d|1[0-4])(:[0-5]\d){0,2}|-?infinity)$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
} as const;

/** The SQL types a key may have. Each survives the way to text and back unchanged. */
export type KeyType = keyof typeof FORMS;

/** Whether `text` can stand for a key of this type, so that no cursor, however well forged, makes a cast fail. */
export function isKeyText(type: KeyType, text: string): boolean {
  if (!FORMS[type].test(text)) return false;
  switch (type) {
    case 'int4':
      return Math.abs(Number(text)) < 2 ** 31;
    case 'int8':
      return BigInt.asIntN(64, BigInt(text)) === BigInt(text);
    case 'float8':
      return /^(-?Infinity|NaN)$/.test(text) || isInRange(text);
    case 'date':
    case 'timestamptz':
      return text.endsWith('infinity') || isDay(text.slice(0, 10));
    default:
      return true;
  }
}

function isInRange(text: string): boolean {
  const value = Number(text);
  return Number.isFinite(value) && (value !== 0 || !/[1-9]/.test(text.split('e')[0] ?? ''));
}

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) && !day.startsWith('0000');
}
