import * as sdk from '@broadsheet/sdk';
import { suite } from './suite.mjs';

const [, , url, token] = globalThis.process.argv;
console.log(JSON.stringify(await suite(sdk, { url, token })));
globalThis.process.exit(0);
