import SchemaBuilder, { RootFieldBuilder } from '@pothos/core';
import './global-types.js';
import { fieldMethods } from './field-methods.js';
import { keysetConnection } from './keyset-connection.js';
import { KyselyPlugin } from './plugin.js';

/** The name by which a schema builder lists the plugin: `plugins: ['kysely']`. */
export const pluginName = 'kysely';

SchemaBuilder.registerPlugin(pluginName, KyselyPlugin);

// Pothos' builders are extended as its own plugins do it: on the prototype, with the types declared globally.
// defineProperty keeps the generic declarations and the plain implementations apart, so that neither is cast.
for (const [name, value] of Object.entries(fieldMethods)) {
  Object.defineProperty(RootFieldBuilder.prototype, name, { value, configurable: true, writable: true });
}
Object.defineProperty(SchemaBuilder.prototype, 'keysetConnection', {
  value: keysetConnection,
  configurable: true,
  writable: true,
});
