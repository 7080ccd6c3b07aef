/** The operator's Prometheus, as rollouts ask it. */
import type { MetricAnswer } from '../../store/rollout/judge.ts';
import { prometheusQuery } from '../../store/rollout/prometheus.ts';
import { readNamedText } from '../../store/named-file.ts';
import { redact, type Redacted } from '../../store/redacted.ts';
import type { RelaySettings } from '../options.ts';

export type MetricsQuery = (promql: string) => Promise<MetricAnswer>;

/**
 * Nothing if there is none to ask. The token is read for each question, since tokens rotate.
 * @throws Error if its file cannot be read.
 */
export async function openMetricsQuery({
  metricsUrl: url,
  metricsTokenFile: file,
}: Pick<RelaySettings, 'metricsUrl' | 'metricsTokenFile'>): Promise<MetricsQuery | undefined> {
  if (url === undefined) return undefined;
  if (file === undefined) return prometheusQuery({ url });
  await readToken(file);
  return async (promql) => {
    try {
      const token = await readToken(file);
      return await prometheusQuery({ url, headers: { authorization: `Bearer ${token.expose()}` } })(promql);
    } catch (error) {
      return { problem: `the token for the Prometheus cannot be read: ${String(error)}` };
    }
  };
}

const readToken = async (file: string): Promise<Redacted<string>> => redact((await readNamedText(file)).trim());
