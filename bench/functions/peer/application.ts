/** What a function costs that does nothing: the same framework and the same entries, and one answer. */
import { Hono } from 'hono';

export const application = new Hono().get('/healthz', (context) => context.json({ status: 'ok' }));
