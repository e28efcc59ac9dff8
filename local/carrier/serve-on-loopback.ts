import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';

export type Served = { readonly url: string; readonly close: () => Promise<void> };

/** Serves on 127.0.0.1; rejects when the port is taken. Closing breaks the connections that are still open. */
export const serveOnLoopback = (fetch: Parameters<typeof serve>[0]['fetch'], port: number): Promise<Served> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: '127.0.0.1' }, ({ port: taken }: AddressInfo) => {
      const close = () =>
        new Promise<void>((done) => {
          server.close(() => done());
          if ('closeAllConnections' in server) server.closeAllConnections();
        });
      resolve({ url: `http://127.0.0.1:${taken}`, close });
    });
    server.once('error', reject);
  });
