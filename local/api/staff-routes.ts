import { Hono } from 'hono';
import type { PageBoard } from '../bus/page-board.ts';

type Deps = {
  readonly pages: PageBoard;
  /** The program's own routes. */
  readonly program: { readonly fetch: (request: Request) => Response | Promise<Response> };
};

/** `/local/enrollments` and `/local/escalations` answer what the console's API answers; here anybody may say who acts. */
export const createStaffRoutes = ({ pages, program }: Deps): Hono => {
  const forward = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    url.pathname = url.pathname.replace(/^\/local\//, '/api/');
    const headers = new Headers(request.headers);
    if (request.method === 'POST') headers.set('content-type', 'application/json');
    const body = request.method === 'POST' ? await request.arrayBuffer() : null;
    return program.fetch(new Request(url, { method: request.method, headers, body }));
  };

  const routes = new Hono().get('/pages', (c) => c.json({ pages: pages.list() }));
  for (const path of ['/enrollments', '/enrollments/:id', '/escalations'])
    routes.get(path, (c) => forward(c.req.raw));
  for (const path of ['/enrollments/:id/:act', '/escalations/:id/:act'])
    routes.post(path, (c) => forward(c.req.raw));
  return routes;
};
