import type { Server } from 'node:http';
import { CommandError } from './command-error.js';
import type { ServerSettings } from './settings.js';

type Place = Pick<ServerSettings, 'host' | 'port'>;

/**
 * Has a server listen, and gives the address at which it answers: 'http://127.0.0.1:4000'.
 * Throws CommandError PORT_IN_USE, PORT_REFUSED, HOST_UNKNOWN.
 */
export async function listen(server: Server, { host, port }: Place): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, { host, port })));
    server.listen(port, host, () => resolve());
  });
  return addressOf(server, host);
}

function listenError(error: NodeJS.ErrnoException, { host, port }: Place): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new CommandError(
        'PORT_IN_USE',
        `Port ${port} on ${host} is in use. Stop what uses it, or choose another with --port or PORT.`,
      );
    case 'EACCES':
      return new CommandError(
        'PORT_REFUSED',
        `There is no right to listen on port ${port}. Choose one from 1024 up with --port or PORT.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new CommandError(
        'HOST_UNKNOWN',
        `'${host}' is no address of this machine. Name one with --host or HOST: 127.0.0.1, or 0.0.0.0 for all.`,
      );
    default:
      return error;
  }
}

function addressOf(server: Server, host: string): string {
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${shown}:${port}`;
}
