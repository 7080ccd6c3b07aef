/** The compiler behind HTTP: `enroute/functions`. Runs wherever `Request` and `Response` do. */
export { createApp, type AppOptions } from './app.ts';
