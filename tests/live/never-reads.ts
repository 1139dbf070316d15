import { Agent, type ClientRequest, request } from 'node:http';

/** A subscription whose events, some hundred kilobytes each, soon do not fit into what sockets hold. */
const LARGE = `subscription { changes(after: "") { ${Array.from({ length: 250 }, (_, index) => `a${index}: entries { id type action }`).join(' ')} } }`;

/** Connections that subscribe and then read nothing. Returns how to end them. */
export function neverRead(url: string, count: number): () => void {
  const agent = new Agent({ maxSockets: count });
  const requests = Array.from({ length: count }, () => subscribeDeaf(url, agent));
  return () => {
    for (const one of requests) one.destroy();
    agent.destroy();
  };
}

function subscribeDeaf(url: string, agent: Agent): ClientRequest {
  const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
  const sent = request(url, { method: 'POST', headers, agent });
  sent.on('error', () => {});
  // An answer that nobody listens to is paused from the beginning.
  sent.on('response', (response) => response.pause().on('error', () => {}));
  sent.end(JSON.stringify({ query: LARGE }));
  return sent;
}
