import { handle } from 'hono/aws-lambda';
import { application } from './application.ts';

export const handler = handle(application);
