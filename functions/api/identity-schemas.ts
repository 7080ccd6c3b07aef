/** Schemas of what the API knows of its callers. */
import { ACTIONS, ROLES } from '../identity/policy.ts';
import { PRINCIPAL_KINDS } from '../identity/principal.ts';
import type { JsonSchema } from './operation.ts';
import { GATEWAY, list, object, oneOf, ref, text } from './schema-parts.ts';

export const IDENTITY_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  Caller: object(
    {
      kind: oneOf(
        'By what it has proved who it is; `local`: it calls from the machine of the API, and nobody has to.',
        ...PRINCIPAL_KINDS,
      ),
      name: text('As the history and the audit log have it.'),
      'issuer?': text('The identity provider that has issued its token.'),
      bindings: {
        ...list(ref('CallerBinding')),
        description: 'It may do what any of them allows; with none, nothing.',
      },
    },
    'A caller, as the API sees it.',
  ),
  CallerBinding: object(
    {
      role: oneOf('The role that it has.', ...Object.keys(ROLES)),
      actions: { ...list(oneOf('For example `read`.', ...ACTIONS)), description: 'What the role may do.' },
      'gateways?': {
        ...list({ ...GATEWAY, description: '`namespace/name` of a Gateway, or `namespace/*`.' }),
        description: 'Only to what concerns these gateways and no other; to all, if left out.',
      },
      'namespaces?': {
        ...list(text('A namespace.')),
        description: 'Only to documents in these namespaces; in all, if left out.',
      },
      'labels?': {
        type: 'object',
        description: 'Only to documents with these labels; whatever labels they have, if left out.',
        additionalProperties: text('The value of the label.'),
      },
    },
    'What a binding of the access policy allows a caller.',
  ),
};
