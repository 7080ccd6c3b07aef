/** What functions do that a bucket's events or a schedule call, as their variables say. */
import { prometheusQuery, type Store } from '../../store/index.ts';
import { publishStep, type PublishStepResult } from '../publish-step.ts';
import type { RolloutStepOptions } from '../rollout-step.ts';
import { notifierOf, signKeysOf, VARIABLES, verifyKeysOf, type Variables } from './settings.ts';

/** Publishes workspaces. @throws Error if a variable cannot be used. */
export async function publisherOf(
  variables: Variables,
  store: Store,
): Promise<(workspaces: readonly string[]) => Promise<readonly PublishStepResult[]>> {
  const keys = { signKeys: await signKeysOf(variables), verifyKeys: await verifyKeysOf(variables) };
  const options = { store, author: 'enroute', ...keys, ...notifierOf(variables) };
  return (workspaces) => publishStep({ ...options, workspaces, now: Date.now() });
}

/** @throws Error if a variable cannot be used. */
export async function rolloutStepOptions(variables: Variables, store: Store): Promise<RolloutStepOptions> {
  const metricsUrl = variables[VARIABLES.metricsUrl];
  const verifyKeys = await verifyKeysOf(variables);
  return {
    store,
    ...notifierOf(variables),
    ...(metricsUrl !== undefined && metricsUrl !== '' && { query: prometheusQuery({ url: metricsUrl }) }),
    ...(verifyKeys.length > 0 && { verifyKeys }),
  };
}
