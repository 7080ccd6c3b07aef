import { expect, test } from 'vitest';
import { mistakesIn } from './mistakes.ts';

const response = (text: string) => `{ type: custom-response, responses: [{ ${text} }] }`;

test.each([
  ['nothing', response('when: [404, 5xx], template: "%RESPONSE_CODE%"'), []],
  ['a class that does not exist', response('when: [6xx]'), ['invalid-format /responses/0/when/0']],
  ['a status that does not exist', response('when: [600]'), ['out-of-range /responses/0/when/0']],
  ['two bodies', response('when: [404], body: a, json: { a: b }'), ['mutually-exclusive /responses/0/json']],
  [
    'a body that is elsewhere',
    response('when: [404], body: a, redirect: { path: /a }'),
    ['mutually-exclusive /responses/0/redirect'],
  ],
  [
    'a type of what is elsewhere',
    response('when: [404], redirect: { path: /a }, contentType: a/b'),
    ['needless-field /responses/0/contentType'],
  ],
  ['a type of no body', response('when: [404], contentType: text/html'), ['needs-field /responses/0/contentType']],
  [
    'an operator that does not exist',
    response('when: [404], template: "%NO%"'),
    ['invalid-operator /responses/0/template'],
  ],
  [
    'an operator that does not exist, in JSON',
    response('when: [404], json: { a: [{ b: "%NO%" }] }'),
    ['invalid-operator /responses/0/json/a/0/b'],
  ],
])('reports %s', (_, filter, mistakes) => expect(mistakesIn(filter)).toEqual(mistakes));
