import { expect, test } from 'vitest';
import { pointerOf } from '../../../compiler/4-lower/raw/message.ts';
import { mistakesIn } from './mistakes.ts';

const BUFFER = 'type.googleapis.com/envoy.extensions.filters.http.buffer.v3.Buffer';
const config = (type: string, fields: string) => `typedConfig: { "@type": ${type}, ${fields} }`;
const raw = (text: string, phase = 'transfer') => `{ type: envoy, name: raw, phase: ${phase}, ${text} }`;
const buffer = (fields: string, rest = '') => raw(config(BUFFER, fields) + rest);
const perRoute = (type: string, fields: string) => `, perRoute: { "@type": ${type}, ${fields} }`;

const AUTHORIZATION = 'type.googleapis.com/envoy.extensions.filters.http.ext_authz.v3.ExtAuthz';
const authorization = (cluster: string, rest = '') =>
  raw(
    config(
      AUTHORIZATION,
      `transport_api_version: V3, http_service: { server_uri: { uri: x, cluster: "${cluster}", timeout: 1s } }`,
    ) + rest,
  );

const INJECTOR = 'type.googleapis.com/envoy.extensions.filters.http.credential_injector.v3.CredentialInjector';

const LUA = 'type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua';
const lua = (code: string) => raw(config(LUA, `source_codes: { "a/b": { inline_string: ${code} } }`));

test.each([
  ['nothing', buffer('max_request_bytes: 1', perRoute(`${BUFFER}PerRoute`, 'disabled: true')), []],
  ['nothing of a cluster that is there', authorization('{cluster:a}', ', clusters: { a: http1 }'), []],
  ['a field that does not exist', buffer('max_request_bytes: 1, a: 1'), ['envoy-rule /typedConfig/a']],
  ['a value of another type', buffer('max_request_bytes: many'), ['envoy-rule /typedConfig/max_request_bytes']],
  ['a broken rule', buffer('max_request_bytes: 0'), ['envoy-rule /typedConfig/max_request_bytes']],
  [
    'a field that is not there',
    raw(`typedConfig: { "@type": ${BUFFER} }`),
    ['envoy-rule /typedConfig/max_request_bytes'],
  ],
  ['a mistake deep within', lua('1'), ['envoy-rule /typedConfig/source_codes/a~1b/inline_string']],
  [
    'an extension without a configuration',
    raw(config(INJECTOR, 'credential: { name: generic, typed_config: {} }')),
    ['envoy-rule /typedConfig/credential/typed_config'],
  ],
  [
    'a message that configures no filter',
    raw(config(`${BUFFER}PerRoute`, 'disabled: true')),
    ['invalid-value /typedConfig/@type'],
  ],
  [
    'the router',
    raw(config('type.googleapis.com/envoy.extensions.filters.http.router.v3.Router', '')),
    ['invalid-value /typedConfig/@type'],
  ],
  [
    'a type without its prefix',
    raw(config('envoy.extensions.filters.http.buffer.v3.Buffer', 'max_request_bytes: 1')),
    ['invalid-format /typedConfig/@type'],
  ],
  ['no type', raw('typedConfig: {}'), ['missing-field /typedConfig']],
  [
    'the message of another filter for a route',
    buffer('max_request_bytes: 1', perRoute(`${LUA}PerRoute`, 'name: a')),
    ['invalid-value /perRoute/@type'],
  ],
  [
    'a broken rule for a route',
    buffer('max_request_bytes: 1', perRoute(`${BUFFER}PerRoute`, 'disabled: false')),
    ['envoy-rule /perRoute/disabled'],
  ],
  [
    'a cluster that is not there',
    authorization('{cluster:b}', ', clusters: { a: http1 }'),
    ['invalid-value /typedConfig/http_service/server_uri/cluster'],
  ],
  [
    'an upstream that is not there',
    authorization('{cluster:a}', ', clusters: { a: x }'),
    ['unknown-reference /clusters/a'],
  ],
  [
    'a private key',
    lua('"-----BEGIN PRIVATE KEY-----"'),
    ['secret-in-document /typedConfig/source_codes/a~1b/inline_string'],
  ],
  ['a phase that does not exist', raw(config(BUFFER, 'max_request_bytes: 1'), 'buffer'), ['invalid-format /phase']],
])('reports %s', (_, filter, mistakes) => expect(mistakesIn(filter)).toEqual(mistakes));

test.each([
  ['', ''],
  ['a', '/a'],
  ['a.b[0].c', '/a/b/0/c'],
  ['a["x.y[0]/~"][1].b', '/a/x.y[0]~1~0/1/b'],
  ['a["\\"]"].b', '/a/"]/b'],
])('the path %j is the pointer %j', (path, pointer) => expect(pointerOf(path)).toBe(pointer));
