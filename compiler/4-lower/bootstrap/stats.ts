/** Statistics, all of them part of the bootstrap. Source: envoy/config/metrics/v3/stats.proto. */
import type { Stats, StatsTag } from '../../2-validate/generated/types.ts';
import type { Messages } from '../../xds/index.ts';
import { duration, milliseconds } from '../quantities.ts';
import { statsSink } from './stats-sink.ts';
import { stringMatch } from '../string-match.ts';

type Bootstrap = Messages['envoy.config.bootstrap.v3.Bootstrap'];
type StatsConfig = Messages['envoy.config.metrics.v3.StatsConfig'];

/** What the bootstrap holds for the sake of statistics, and the clusters of those that are told. */
export interface LoweredStats {
  readonly settings: Pick<Bootstrap, 'stats_config' | 'stats_sinks' | 'stats_flush_interval'>;
  readonly clusters: readonly Messages['envoy.config.cluster.v3.Cluster'][];
}

export function lowerStats(stats: Stats): LoweredStats {
  const sinks = stats.sinks.map(statsSink);
  const config = statsConfig(stats);
  return {
    settings: {
      ...(Object.keys(config).length > 0 && { stats_config: config }),
      ...(sinks.length > 0 && {
        stats_sinks: sinks.map(({ sink }) => sink),
      }),
      ...(milliseconds(stats.flushInterval) !== USUAL_INTERVAL && {
        stats_flush_interval: duration(stats.flushInterval),
      }),
    },
    clusters: sinks.flatMap(({ clusters }) => clusters),
  };
}

/** Envoy's own, in milliseconds. */
const USUAL_INTERVAL = 5000;

const statsConfig = ({ tags, defaultTags, only, except, histogramBuckets }: Stats): StatsConfig => ({
  // A tag of one of Envoy's own names would have no effect otherwise.
  ...(tags.length > 0 && { stats_tags: tags.map(statsTag), ...(defaultTags && { allow_default_tag_overrides: true }) }),
  ...(!defaultTags && { use_all_default_tags: false }),
  ...(only && { stats_matcher: { inclusion_list: { patterns: only.map(stringMatch) } } }),
  ...(!only && except && { stats_matcher: { exclusion_list: { patterns: except.map(stringMatch) } } }),
  ...(histogramBuckets.length > 0 && {
    histogram_bucket_settings: histogramBuckets.map(({ match, buckets }) => ({ match: stringMatch(match), buckets })),
  }),
});

const statsTag = ({ name, value, regex }: StatsTag): Messages['envoy.config.metrics.v3.TagSpecifier'] => ({
  tag_name: name,
  ...(value !== undefined && { fixed_value: value }),
  ...(regex !== undefined && { regex }),
});
