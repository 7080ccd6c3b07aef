/** The API about itself. */
import { COMPILER_VERSION, ENVOY_VERSION } from '../../../compiler/version.ts';
import { readWorkspaceHead, type Store } from '../../../store/index.ts';
import { json, MEDIA, textAs } from '../media.ts';
import type { Operation } from '../operation.ts';
import { Problem } from '../problem.ts';
import { object } from '../schemas.ts';

const health: Operation = {
  id: 'getHealth',
  method: 'get',
  path: '/healthz',
  tag: 'Service',
  summary: 'Say that the API runs',
  answers: {
    200: {
      description: 'It runs.',
      content: {
        [MEDIA.json]: object({ status: { const: 'ok' }, compiler: { type: 'string' }, envoy: { type: 'string' } }),
      },
    },
  },
  needs: 'nothing',
  handle: () => json({ status: 'ok', compiler: COMPILER_VERSION, envoy: ENVOY_VERSION }),
};

const readiness: Operation = {
  id: 'getReadiness',
  method: 'get',
  path: '/readyz',
  tag: 'Service',
  summary: 'Say whether the API can do its work: whether it reaches the bucket',
  description: 'It asks the bucket once a second at most, as long as that answers.',
  answers: {
    200: { description: 'It can.', content: { [MEDIA.json]: object({ status: { const: 'ok' } }) } },
    503: { description: 'The bucket is out of reach, or refuses.' },
  },
  needs: 'nothing',
  async handle({ services, requestId }) {
    const { store, workspace, now } = services;
    if (now() - (lastReached.get(store) ?? -Infinity) > REMEMBERED_MS) {
      try {
        await readWorkspaceHead(store, workspace.name);
      } catch (error) {
        services.onError(error, requestId);
        throw new Problem(503, { title: 'The bucket is out of reach, or refuses.' }, { 'retry-after': '5' });
      }
      lastReached.set(store, now());
    }
    return json({ status: 'ok' });
  },
};

/** When buckets have last answered: anybody may ask whether they do, and should not have them asked each time. */
const lastReached = new WeakMap<Store, number>();
const REMEMBERED_MS = 1000;

const metrics: Operation = {
  id: 'getMetrics',
  method: 'get',
  path: '/metrics',
  tag: 'Service',
  summary: 'Give figures for Prometheus',
  answers: {
    200: { description: 'In the text format of Prometheus.', content: { [MEDIA.plain]: { type: 'string' } } },
  },
  needs: 'read',
  handle: ({ services }) => textAs(`${MEDIA.plain}; version=0.0.4`, services.metrics.text()),
};

const openapi: Operation = {
  id: 'getOpenapi',
  method: 'get',
  path: '/openapi.json',
  tag: 'Service',
  summary: 'Describe the API, in OpenAPI 3.1',
  answers: { 200: { description: 'The description.', content: { [MEDIA.json]: { type: 'object' } } } },
  needs: 'nothing',
  handle: async ({ services }) => json(await services.describe()),
};

const reference: Operation = {
  id: 'getReference',
  method: 'get',
  path: '/docs',
  tag: 'Service',
  summary: 'Describe the API, for people',
  answers: { 200: { description: 'A page.', content: { [MEDIA.html]: { type: 'string' } } } },
  needs: 'nothing',
  async handle({ services }) {
    const { referencePage } = await import('../reference/page.ts');
    const response = textAs(MEDIA.html, referencePage(await services.describe()));
    response.headers.set('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
    return response;
  },
};

export const SERVICE_OPERATIONS: readonly Operation[] = [health, readiness, metrics, openapi, reference];
