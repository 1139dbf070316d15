import { refuse } from './refusal.js';

/**
 * The value of a JSON text. Throws GateRefusal BAD_REQUEST for what is no JSON, NESTING_LIMIT for what is nested too deeply.
 * @param what names the text in messages: 'The body'
 */
export function parseJson(text: string, what: string, nesting: number): unknown {
  const value = parsed(text, what);
  if (isDeeper(value, nesting)) {
    const message = `${what} has arrays and objects nested more than ${nesting} levels deep. Flatten it.`;
    refuse('NESTING_LIMIT', message, { data: { limit: nesting } });
  }
  return value;
}

function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse('BAD_REQUEST', `${what} is no JSON.`);
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  for (const key in value) if (isDeeper(Reflect.get(value, key), levels - 1)) return true;
  return false;
}
