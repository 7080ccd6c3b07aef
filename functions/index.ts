/** The compiler behind HTTP: `enroute/functions`. Runs wherever `Request` and `Response` do. */
export { createApp, type AppOptions } from './app.ts';
export { rolloutStep, type GatewayStep, type RolloutStepOptions, type RolloutStepResult } from './rollout-step.ts';
