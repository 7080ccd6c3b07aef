/** Who the API takes the caller for: what somebody needs to know who is denied something. */
import { json, MEDIA } from '../media.ts';
import type { Operation } from '../operation.ts';
import { ref } from '../schemas.ts';

export const whoAmI: Operation = {
  id: 'whoAmI',
  method: 'get',
  path: '/v1/whoami',
  tag: 'Service',
  summary: 'Say who the caller is, and what it may do',
  description:
    'The answer has the bindings of the access policy that fit the caller, and no others. Who may do nothing else may ask this.',
  answers: { 200: { description: 'The caller.', content: { [MEDIA.json]: ref('Caller') } } },
  needs: 'identity',
  async handle({ principal, services }) {
    const { kind, name, issuer } = principal;
    const bindings = await services.authorizer.grants(principal);
    return json({ kind, name, ...(issuer !== undefined && { issuer }), bindings });
  },
};
