/** Texts by format: those that fit, which Envoy must take too, and those that do not. */
import { EXPRESSIONS } from './expression-texts.ts';

export interface Texts {
  readonly accepts: readonly (string | number)[];
  readonly refuses: readonly (string | number)[];
}

/** 32 bytes in base64url. */
const X = 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU';

export const TEXTS: Readonly<Record<string, Texts>> = {
  duration: {
    accepts: ['0s', '0ms', '1ms', '250ms', '1.5s', '1h30m', '876000h', '1s1s'],
    refuses: ['0.5ms', '0.000000001s', '876001h', '315576000000s'],
  },
  'positive-duration': { accepts: ['1ms', '1h30m', '0s1ms'], refuses: ['0s', '0h0m', '0.9ms', '876001h'] },
  size: { accepts: ['0B', '64KiB', '4095MiB', 4294967295, 0], refuses: ['4GiB', '5000MiB', 4294967296] },
  'tcp-time': { accepts: ['1s', '1m30s', '32767s', '9h'], refuses: ['0s', '32768s', '10h'] },
  'window-size': { accepts: ['65535B', '64KiB', 65535, 2147483647], refuses: ['65534B', '63KiB', '2GiB'] },
  'memory-size': { accepts: ['1B', '8GiB', 1], refuses: ['0B', 0, '9007199254740993B', '99999999GiB'] },
  'ip-address': {
    accepts: ['127.0.0.1', '::', '::1', '2001:DB8::1', '::ffff:1.2.3.4', '1:2:3:4:5:6:7:8', '64:ff9b::192.0.2.33'],
    refuses: [
      '',
      'localhost',
      '256.1.1.1',
      '1.2.3',
      '1.2.3.4.5',
      '010.0.0.1',
      '0x7f.1',
      '127.1',
      '1::2::3',
      'fe80::1%lo',
    ],
  },
  cidr: {
    accepts: ['10.0.0.0/8', '10.1.2.3/8', '0.0.0.0/0', '::/0', '2001:db8::/32', '192.0.2.1', '::1/128'],
    refuses: ['10.0.0.0/33', '::/129', '10/8', '10.0.0.0/', '10.0.0.0/-1', '10.0.0.0/8/8', '10.0.0.0/255.0.0.0', 'a/8'],
  },
  hostname: {
    accepts: [
      'a',
      'shop.example.com',
      'SHOP.example',
      'under_score.example',
      'xn--bcher-kva.example',
      '10.0.0.1',
      'a'.repeat(63),
    ],
    refuses: [
      '',
      '*',
      '*.example.com',
      '-a',
      'a-',
      'a..b',
      'a.',
      '.a',
      'a b',
      'a:80',
      'https://a',
      'bücher.example',
      'a'.repeat(64),
    ],
  },
  'hostname-pattern': {
    accepts: ['*', '*.example.com', '*.com', 'shop.example.com'],
    refuses: ['', '*.', '**', '*a.com', 'a.*.com', 'a.*', '*.*.com', 'https://a', 'a:80', 'a/b'],
  },
  host: {
    accepts: ['relay.internal', '10.0.0.1', '::1', 'localhost'],
    refuses: ['', 'a:80', 'http://a', '[::1]', '*.a'],
  },
  'header-name': {
    accepts: ['x-a', 'X-B', ':method', "!#$%&'*+-.^_|~`", '1'],
    refuses: ['', ':', 'a b', 'a:', 'a:b', 'ü', 'a\n', '(a)', 'a,b'],
  },
  'http-uri': {
    accepts: ['http://a', 'https://login.example.com/jwks', 'http://a:8080/b?c=d', 'https://a/'],
    refuses: ['', 'a', 'ftp://a', 'https://', 'https:///a', 'http://a b', 'HTTP://a'],
  },
  'path-template': {
    accepts: [
      ...['/a', '/a/{b}', '/{a=*}/{b=**}', '/**', '/*/x', '/a/{b=c/*}', '/{a}/**', '/{a_1}', '/{a=x/**}', '/a%20b'],
      ...['/{abcdefghijklmnop}', '/{a}/{b}/{c}/{d}/{e}', "/a!$&'()+,;@:~"],
    ],
    refuses: [
      ...[
        '',
        'a',
        '/',
        '//',
        '/a/',
        '/a//b',
        '/{',
        '/}',
        '/{}',
        '/{1a}',
        '/{a}/{a}',
        '/{a=}',
        '/{a}b',
        '/*.ts',
        '/**/a',
      ],
      ...['/{a=**}/b', '/{abcdefghijklmnopq}', '/{a}/{b}/{c}/{d}/{e}/{f}', '/[a]', '/a?b', '/a b', '/ü'],
    ],
  },
  regex: {
    accepts: [
      ...[
        '.*',
        'a{1000}',
        '(?P<n>a)',
        '(?<n>a)',
        '\\pL',
        '\\p{Greek}',
        '(?i)a',
        'a*?',
        '\\Qa.b\\E',
        '\\z',
        '[[:alpha:]]',
      ],
      ...['[^]a]', '\\x{fF}', '\\\\x{100}', 'ü', '(?s:.)', '\\bword\\b', 'a{,2}', '(?:a|b){500}'],
    ],
    refuses: [
      ...[
        '(',
        ')',
        '[',
        '\\',
        'a**',
        '*a',
        '(?=a)',
        '(?!a)',
        '(?<=a)',
        '(a)\\1',
        'a{1001}',
        'x{2,1}',
        '[z-a]',
        '\\Z',
        '(?x)a',
      ],
      ...[
        '[[:nope:]]',
        '\\p{Nope}',
        '\\x{100}',
        '\\x{10FFFF}',
        '\\x{110000}',
        '((a{100}){10}){10}',
        '\\u00fc',
        '(?#c)a',
      ],
    ],
  },
  'header-value': {
    accepts: [
      ...['', 'plain', 'a\tb', '100%%', '%%%%', 'ü', '%PROTOCOL%', '%PROTOCOL()%', '%REQ(:PATH)%', '%REQ(X?Y):10%'],
      ...[
        '%START_TIME%',
        '%START_TIME(%Y-%m-%d)%',
        '%DYNAMIC_METADATA(a:b)%',
        '%METADATA(ROUTE:a:b)%',
        '%PATH(WQ:ORIG)%',
      ],
      ...['%PATH:3%', '%FILTER_STATE(a:FIELD:x):5%', '%QUERY_PARAMS(DECODED)%', '%ENVIRONMENT(HOME)%', '%TRACE_ID%'],
    ],
    refuses: [
      ...[
        'a\nb',
        'a\u0000b',
        '%',
        '%%%',
        '100%',
        '50 % off',
        '%NOPE%',
        '%REQ%',
        '%REQ()%',
        '%REQ(a?b?c)%',
        '%REQ(a b)%',
      ],
      ...['%REQ(X)', '%REQ(X):%', '%REQ(X):99999999999999999999%', '%PROTOCOL(x)%', '%PROTOCOL:3%', '%START_TIME:5%'],
      ...['%FILTER_STATE(a:NOPE)%', '%FILTER_STATE(a:FIELD)%', '%METADATA(NOPE:a)%', '%PATH(NOPE)%', '%PATH(WQ:X)%'],
      ...['%QUERY_PARAMS(NOPE)%', '%CEL(request.path)%', '%COALESCE({})%', '%req(x)%', '%UPSTREAM_METADATA(a):5%'],
    ],
  },
  'log-line': { accepts: ['%START_TIME% %REQ(:PATH)%\n', 'plain\n', '100%%'], refuses: ['%', '%NOPE%', '%BYTES_SENT'] },
  lua: {
    accepts: [
      ...[
        'function envoy_on_request(handle) end',
        'goto a ::a::',
        'x = 0x10LL',
        'x = 1ULL',
        "x = '\\x41'",
        '--[[ c ]]',
      ],
      ...['local a = {1, 2; 3}', 'return', 'while true do break end', 'x = function(...) return ... end'],
    ],
    refuses: [
      ...[
        'function',
        'x = = 1',
        'if x then',
        'x = 1 << 2',
        'x = 1 // 2',
        'local x <const> = 1',
        'goto nowhere',
        'break',
      ],
      ...[
        '::a:: ::a::',
        'return 1; x = 2',
        '--[==[ c',
        'x = "a\nb"',
        'function f() return ... end',
        'local goto = 1',
        '1',
      ],
    ],
  },
  'descriptor-set': {
    // A file named "a", and one named "b" that imports it.
    accepts: ['CgMKAWE=', 'CgMKAWEKBgoBYhoBYQ=='],
    refuses: ['', 'CgMKAWE', 'CgMKAWFh', 'CgkKAWE=', 'aGVsbG8=', 'CgYKAWIaAWEKAwoBYQ=='],
  },
  phase: {
    accepts: ['compression', 'script', 'local-limit'],
    refuses: ['', 'Script', 'script ', 'constructor', '__proto__'],
  },
  wasm: {
    accepts: ['AGFzbQEAAAA=', 'AGFzbQEAAAAB+/A='],
    refuses: ['', 'AGFzbQEAAAA', 'AGFzbQEAAAA==', 'aGVsbG8=', 'AGFzbQIAAAA=', 'AGFzbQEAAAA=\n', 'AGFzbQEAAA-_'],
  },
  jwks: {
    accepts: [
      `{"keys":[{"kty":"RSA","n":"${'A'.repeat(86)}","e":"AQAB"}]}`,
      `{"keys":[{"kty":"RSA","alg":"PS256","n":"${'A'.repeat(342)}","e":"AQAB=="}]}`,
      `{"keys":[{"kty":"EC","crv":"P-256","x":"${X}","y":"${X}"},{"kty":"OKP","crv":"Ed25519","x":"${X}"}]}`,
    ],
    refuses: [
      ...[
        '',
        'no',
        '[]',
        '{}',
        'null',
        '{"keys":{}}',
        '{"keys":[]}',
        '{"keys":[1]}',
        '{"keys":[{}]}',
        '{"keys":[{"kty":1}]}',
      ],
      ...['{"keys":[{"kty":"RSA","e":"AQAB"}]}', '{"keys":[{"kty":"RSA","n":"AAAA","e":"AQAB"}]}'],
      ...['{"keys":[{"kty":"OKP","crv":"Ed448","x":"A"}]}', `{"keys":[{"kty":"EC","x":"${X}","y":"${X}"}]}`],
      `{"keys":[{"kty":"RSA","n":"${'A'.repeat(85)}","e":"AQAB"}]}`,
      `{"keys":[{"kty":"RSA","alg":"ES256","n":"${'A'.repeat(86)}","e":"AQAB"}]}`,
      `{"keys":[{"kty":"EC","crv":"P-384","x":"${X}","y":"${X}"}]}`,
      `{"keys":[{"kty":"EC","crv":"P-256","x":"${X}","y":"${X}AAAA"}]}`,
      `{"keys":[{"kty":"EC","crv":"P-256","x":"${X}","y":"!!"}]}`,
      ...['{"keys":[{"kty":"oct","k":"AA"}]}', '{"keys":[{"kty":"RSA","n":"AA","e":"AQAB","d":"AA"}]}'],
      ...['p', 'q', 'dp', 'dq', 'qi', 'oth'].map(
        (member) => `{"keys":[{"kty":"RSA","n":"A","e":"B","${member}":"C"}]}`,
      ),
    ],
  },
  ...EXPRESSIONS,
  'changeable-header': { accepts: ['x-a', 'X-B', 'authorization'], refuses: ['', 'a b', ':path', 'host', 'Host'] },
  'status-range': { accepts: [100, 599, '200-299', '404-404', '100-599'], refuses: [99, 600, '299-200', '500-600'] },
  prime: { accepts: [2, 3, 65537, 655373, 5000011], refuses: [0, 1, 4, 9, 65536, 5000009] },
  'positive-size': { accepts: ['1B', '64KiB', 65536], refuses: ['0B', 0, '4GiB'] },
};
