/** Schemas of what publishing is asked for, and answers. */
import type { JsonSchema } from './operation.ts';
import { count, DIGEST, GATEWAY, list, nullable, object, oneOf, ref, text } from './schema-parts.ts';

export const LOSS = {
  before: count('Bytes of what Envoys have, listeners left out.'),
  after: count('Bytes of what they would have.'),
};

export const PUBLISHING_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  Publication: object(
    {
      gateway: GATEWAY,
      status: oneOf(
        '`conflict`: somebody else has published the gateway meanwhile, and it was left as it is.',
        'published',
        'unchanged',
        'conflict',
      ),
      revision: nullable(ref('Revision')),
      'loss?': object(LOSS, 'There if most would be lost, in a rehearsal: then `losses` must say that it may.'),
      'failed?': {
        type: 'object',
        description:
          'Why no node runs what is unchanged: it was rolled back or aborted, and stays so until it is resumed.',
      },
      'held?': {
        type: 'object',
        description:
          'Why no node gets it for now: somebody has paused the rollout of what was published before, and it begins when that is resumed.',
      },
      'unvouched?': {
        ...list(object({ revision: DIGEST, bundle: DIGEST, number: count('Of the revision.') })),
        description:
          'Releases that nodes may be put back on, and that the keys of this API have not signed, since none that it knows vouches for them: relays that know no other key refuse them.',
      },
    },
    'What became of a gateway when it was published. `revision`: the one that it is at now; null: it was never published.',
  ),
  PublishResult: object(
    {
      status: oneOf('`planned`: nothing was published, since `dryRun` was asked for.', 'published', 'planned'),
      revision: ref('Commit'),
      gateways: list(ref('Publication')),
      'retired?': list(GATEWAY),
      'envoy?': list(ref('EnvoyChanges')),
    },
    'What became of a publication. `retired`, in a rehearsal: gateways that were published and have no document any more; their Envoys keep what they have until `POST /v1/gateways/{name}/withdraw`.',
  ),
  Settings: object(
    { publish: oneOf('Whether each commit is published at once.', 'manual', 'automatic') },
    'How the workspace is kept.',
  ),
  SettingsResult: object(
    {
      publish: oneOf('Whether each commit is published at once.', 'manual', 'automatic'),
      'publications?': list(ref('Publication')),
      'unpublished?': ref('Unpublished'),
    },
    'How the workspace is kept; and, if each commit is published at once from now on, what became of what waited for it.',
  ),
  Unpublished: object(
    { gateways: list(GATEWAY), reason: text('Why.') },
    'Gateways that were to be published by themselves, and were not; `POST /v1/publish` does it, once what keeps them is gone.',
  ),
  PublishRequest: object(
    {
      'gateways?': { ...list({ ...GATEWAY, pattern: '^[a-z0-9-]+/[a-z0-9.-]+$' }), description: 'Default: all.' },
      'revision?': text('A number or a digest; default: the newest.', { pattern: '^(head|[0-9a-f]{1,64})$' }),
      'expect?': {
        type: 'object',
        description:
          'The digests of the revisions that gateways must still be at, by gateway; null: none. One that somebody else has published meanwhile is left as it is, with the status `conflict`.',
        propertyNames: { pattern: '^[a-z0-9-]+/[a-z0-9.-]+$' },
        additionalProperties: nullable(DIGEST),
      },
      'message?': text('Why; default: the message of the revision.', { maxLength: 1000 }),
      'losses?': oneOf(
        'Whether gateways may lose most of what their Envoys have; default: they may not, and nothing is published.',
        'refuse',
        'allow',
      ),
    },
    'What to publish.',
  ),
};
