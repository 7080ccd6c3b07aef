import { serve } from '@hono/node-server';
import { application } from './application.ts';

serve({ fetch: application.fetch, hostname: process.env['HOST'] ?? '0.0.0.0', port: Number(process.env['PORT']) });
