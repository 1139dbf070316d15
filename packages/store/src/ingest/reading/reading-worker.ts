/** The thread that reads documents while others are being stored. */
import { type MessagePort, parentPort } from 'node:worker_threads';
import { readDocument } from '../read-document.js';
import type { ReadReply, ReadRequest } from './message.js';

if (parentPort !== null) serve(parentPort);

function serve(port: MessagePort): void {
  const reply = (message: ReadReply): void => port.postMessage(message);
  port.on('message', ({ id, document, given, layout }: ReadRequest) => {
    try {
      reply({ kind: 'read', id, read: readDocument(document, given, layout) });
    } catch {
      reply({ kind: 'failed', id });
    }
  });
  reply({ kind: 'ready' });
}
