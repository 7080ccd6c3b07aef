/**
 * Which requests and connections are logged. Envoy has no "not" for conditions, so it is carried inwards to those that
 * have an opposite.
 *
 * Source: envoy/config/accesslog/v3/accesslog.proto, AccessLogFilter
 */
import type { AccessLogCondition, LoggedMetadata } from '../../2-validate/generated/types.ts';
import { any, type Messages } from '../../xds/index.ts';
import { headerMatch } from '../route/match.ts';
import { within, type NamedUpstreams } from '../http-filters/named-upstreams.ts';
import { fraction, milliseconds } from '../quantities.ts';
import { stringMatch } from '../string-match.ts';

type Filter = Messages['envoy.config.accesslog.v3.AccessLogFilter'];
type Comparison = Messages['envoy.config.accesslog.v3.ComparisonFilter'];

/** Where a condition stands, to report mistakes there. */
type Site = Pick<NamedUpstreams, 'report'>;

export const lowerCondition = (condition: AccessLogCondition, site: NamedUpstreams): Filter =>
  lower(condition, 'holds', site);

/** What is wanted of a condition. */
type Sense = 'holds' | 'fails';

const OPPOSITE = { holds: 'fails', fails: 'holds' } as const satisfies Record<Sense, Sense>;

function lower(condition: AccessLogCondition, sense: Sense, site: NamedUpstreams): Filter {
  const { all, any: some, not } = condition;
  const parts = (items: readonly AccessLogCondition[], key: string) =>
    items.map((item, place) => lower(item, sense, within(site, `/${key}/${place}`)));
  if (all) return sense === 'holds' ? conjunction(parts(all, 'all')) : disjunction(parts(all, 'all'));
  if (some) return sense === 'holds' ? disjunction(parts(some, 'any')) : conjunction(parts(some, 'any'));
  if (not) return lower(not, OPPOSITE[sense], within(site, '/not'));
  return reversible(condition, sense, site) ?? irreversible(condition, sense, site);
}

/** Envoy wants at least two. */
function conjunction(filters: readonly Filter[]): Filter {
  const [first, ...others] = filters;
  return first && others.length === 0 ? first : { and_filter: { filters } };
}

function disjunction(filters: readonly Filter[]): Filter {
  const [first, ...others] = filters;
  return first && others.length === 0 ? first : { or_filter: { filters } };
}

function reversible(condition: AccessLogCondition, sense: Sense, site: Site): Filter | undefined {
  const { statusCode, duration, header, grpcStatus, types, expression } = condition;
  const fails = sense === 'fails';
  if (statusCode) return range(statusCode, sense, (comparison) => ({ status_code_filter: { comparison } }));
  if (duration)
    return range(millisecondsOf(duration, site), sense, (comparison) => ({ duration_filter: { comparison } }));
  if (header) {
    const { invert } = header;
    return { header_filter: { header: headerMatch({ ...header, invert: fails ? !invert : invert }) } };
  }
  if (grpcStatus) return { grpc_status_filter: { statuses: grpcStatus, ...(fails && { exclude: true }) } };
  if (expression !== undefined) return { extension_filter: expressionFilter(fails ? `!(${expression})` : expression) };
  return types && { log_type_filter: { types: types.flatMap((type) => TYPES[type]), ...(fails && { exclude: true }) } };
}

const expressionFilter = (expression: string): Messages['envoy.config.accesslog.v3.ExtensionFilter'] => ({
  name: 'envoy.access_loggers.extension_filters.cel',
  typed_config: any('envoy.extensions.access_loggers.filters.cel.v3.ExpressionFilter', { expression }),
});

interface Range {
  readonly atLeast?: number;
  readonly atMost?: number;
}

function range({ atLeast, atMost }: Range, sense: Sense, filter: (comparison: Comparison) => Filter): Filter {
  const compare = (op: 'GE' | 'LE', value: number) =>
    filter({ op, value: { default_value: value, runtime_key: NO_RUNTIME } });
  if (sense === 'holds')
    return conjunction([
      ...(atLeast === undefined ? [] : [compare('GE', atLeast)]),
      ...(atMost === undefined ? [] : [compare('LE', atMost)]),
    ]);
  return disjunction([
    ...(atLeast === undefined ? [] : [atLeast === 0 ? NEVER : compare('LE', atLeast - 1)]),
    ...(atMost === undefined ? [] : [compare('GE', atMost + 1)]),
  ]);
}

/** Envoy wants the name of a runtime value that may override the figure; nobody sets one of this name. */
const NO_RUNTIME = 'enroute.none';

const NEVER: Filter = { runtime_filter: { runtime_key: NO_RUNTIME, percent_sampled: fraction(0) } };

/** Envoy counts in 32 bits, and one more is needed for the opposite. */
const LONGEST = 0xffff_fffe;

function millisecondsOf({ atLeast, atMost }: NonNullable<AccessLogCondition['duration']>, { report }: Site): Range {
  const whole = (text: string, field: string): number => {
    const time = Math.round(milliseconds(text));
    if (time > LONGEST)
      report('invalid-format', `/duration/${field}`, { value: text, expected: 'a time of at most 49 days' });
    return Math.min(time, LONGEST);
  };
  return {
    ...(atLeast !== undefined && { atLeast: whole(atLeast, 'atLeast') }),
    ...(atMost !== undefined && { atMost: whole(atMost, 'atMost') }),
  };
}

/** Envoy knows more types, for connections and requests each, and none for listeners. */
const TYPES = {
  start: ['TcpConnectionStart', 'DownstreamStart'],
  connected: ['TcpUpstreamConnected', 'DownstreamTunnelSuccessfullyEstablished'],
  periodic: ['TcpPeriodic', 'DownstreamPeriodic'],
  end: ['TcpConnectionEnd', 'DownstreamEnd', 'NotSet'],
} as const;

const metadataFilter = ({
  filter,
  path,
  value,
  whenAbsent,
}: LoggedMetadata): Messages['envoy.config.accesslog.v3.MetadataFilter'] => ({
  matcher: { filter, path: path.map((key) => ({ key })), value: { string_match: stringMatch(value) } },
  match_if_key_not_found: whenAbsent === 'log',
});

function irreversible(condition: AccessLogCondition, sense: Sense, { report }: Site): Filter {
  const { responseFlags, metadata, percentage } = condition;
  if (sense === 'fails') {
    const [field = ''] = Object.keys(condition);
    report('no-opposite', `/${field}`, { field });
  }
  if (responseFlags) return { response_flag_filter: { flags: responseFlags } };
  if (metadata) return { metadata_filter: metadataFilter(metadata) };
  if (percentage !== undefined)
    return { runtime_filter: { runtime_key: NO_RUNTIME, percent_sampled: fraction(percentage) } };
  return { not_health_check_filter: {} };
}
