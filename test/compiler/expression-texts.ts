/** Texts of formats that are expressions of other languages than RE2. */
import type { Texts } from './format-texts.ts';

export const EXPRESSIONS = {
  cel: {
    accepts: [
      ...['true', 'response.code >= 400', "request.headers['x-a'] == 'b'", 'request.method in ["GET", \'HEAD\']'],
      ...['!(has(request.referer) || response.code == 200 && -1 < 2)', 'size(request.path) % 2 == 0 ? true : false'],
      ...["request.path.matches('^/a[0-9]+$')", 'request.path.startsWith(\'/a\') && request.path.contains("b\\n")'],
      ...[
        'has(metadata.filter_metadata)',
        '!!true',
        '--1 == 1',
        '[1, 2.5e3, [], null][0] == 1',
        'request.path.size() > 3',
      ],
      ...[
        'double(request.size) / 2.0 > int(1.5) * 7u',
        'xds.route_name.endsWith("/a")',
        '\ttrue\n',
        'response.flags == 0',
      ],
      '((((((((((true))))))))))',
    ],
    refuses: [
      ...[
        '',
        'a',
        'request.',
        'request.path ==',
        '== 1',
        'response.code => 400',
        'f(1)',
        'request.path.f()',
        '1 1',
        '(1',
        '1)',
      ],
      ...[
        "'a",
        '"a\\q"',
        'request.path.matches("(")',
        'request.path.matches(request.host)',
        '[1',
        'true ? 1',
        '[1].all(x, x > 0)',
      ],
      ...[
        'has(request)',
        'has(1)',
        '9999999999999999999',
        '{"a": 1}',
        '@',
        'request.in',
        'in',
        `${'('.repeat(40)}1${')'.repeat(40)}`,
      ],
    ],
  },
  'tag-regex': {
    accepts: [
      ...['(a)', '^cluster\\.((.+?)\\.)', '(?:a|b)(c)?$', '([^.]+)', '[a-z_-]+((\\d+)\\w*)', '\\((a)\\)'],
      ...['([\\]^-]+)', '(.*)', '(a|)', '(\\{x\\})', '[.](a)'],
    ],
    refuses: [
      ...['a', '(?:a)', '\\(a\\)', '', '(a', '(a)**', '(?i)(a)', '(?P<n>a)', '(a){2}', '(\\pL)', '(\\x41)'],
      ...['^*(a)', '(?=a)(b)', '([[:alpha:]])', '(\\Aa)', '([z-a])', '*(a)'],
    ],
  },
} as const satisfies Readonly<Record<string, Texts>>;
