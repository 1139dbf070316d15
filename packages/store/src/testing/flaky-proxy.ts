import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** Passes connections on to a server, at once or later, and can be gone for a while. */
export class FlakyProxy {
  readonly #target: URL;
  readonly #sockets = new Set<Socket>();
  #server: Server = createServer();
  port = 0;
  /** Milliseconds after which what is said on a connection that opens from now on is passed on. */
  hold_ms = 0;

  private constructor(target: URL) {
    this.#target = target;
  }

  /** One that listens, on a free port of the loopback address. */
  static async start(target: URL): Promise<FlakyProxy> {
    const proxy = new FlakyProxy(target);
    await proxy.listen();
    return proxy;
  }

  /** How many ends of connections are open. */
  get connections(): number {
    return this.#sockets.size;
  }

  /** Listens on its port, the first time or again. */
  async listen(): Promise<void> {
    this.#server = createServer((near) => {
      const far = connect(Number(this.#target.port), this.#target.hostname);
      for (const socket of [near, far]) {
        this.#sockets.add(socket);
        socket.on('error', () => {}).on('close', () => this.#sockets.delete(socket));
      }
      setTimeout(() => near.pipe(far).pipe(near), this.hold_ms);
    }).listen(this.port, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    if (typeof address === 'object' && address !== null) this.port = address.port;
  }

  /** Cuts every connection off and takes no more. */
  async stop(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}
