import { databasesUnderTest } from '@broadsheet/store/testing';
import { prepare } from './play.js';
import { runSequence } from './run-sequence.js';
const [from, to, which, len] = process.argv.slice(2).map(Number);
const kind = databasesUnderTest()[which ?? 0]!;
let t = Date.now();
const db = await kind.open(); await prepare(db);
console.log('open', Date.now() - t);
let bad = 0;
for (let seed = from!; seed < to!; seed++) {
  t = Date.now();
  try {
    const found = await runSequence(db, seed, len || 12);
    if (found.length) { bad++; console.log(found.slice(0, 6).map(x=>x.slice(0,700)).join('\n')); }
  } catch (e) { bad++; console.log('seed', seed, 'threw', e); }
  console.log(seed, Date.now() - t, 'ms');
}
console.log('bad', bad);
await db.close();
