/** What happens while `enroutectl up` runs, as a person reads it. */
import { printable } from '../../compiler/diagnostics/render/printable.ts';
import { renderText } from '../../compiler/diagnostics/render/text.ts';
import { hasErrors } from '../../compiler/index.ts';
import type { Host } from '../host.ts';
import { count, paintFor, size, type Paint } from '../output.ts';
import type { UpEvent, Withheld } from './event.ts';
import type { Trial } from './trial.ts';

export interface RenderOptions {
  readonly host: Host;
  /** Whether requests are shown. */
  readonly accessLog: 'show' | 'hide';
  /** Whether all of Envoy's log is shown, or only what is critical. */
  readonly envoyLog: 'critical' | 'all';
}

/** Lines for one event; often none. */
export function renderEvent(event: UpEvent, { host, accessLog, envoyLog }: RenderOptions): readonly string[] {
  const paint = paintFor(host.colour.out);
  switch (event.event) {
    case 'progress':
      return [paint.faint(printable(event.message))];
    case 'started':
      return [
        `relay for Envoys on ${event.ads}, admin on ${event.admin}; bucket ${event.bucket}`,
        ...(event.demo === undefined ? [] : [`demo upstream on http://${event.demo}`]),
      ];
    case 'envoy-started':
      return [
        `Envoy of ${event.gateway} runs (process ${event.pid}, admin on 127.0.0.1:${event.adminPort})`,
        ...invitation(event.trials, paint),
      ];
    case 'diagnosed':
      return diagnosisLines(event, host);
    case 'unchanged':
      return [`${paint.good('fine')}: the documents make what is published already`];
    case 'published':
      return [
        `${paint.good('published')} revision ${event.revision.number} of ${event.gateway} ` +
          `(${count(event.uploaded.objects, 'object')}, ${size(event.uploaded.bytes)})`,
      ];
    case 'accepted':
      return [
        `${paint.good('accepted')} by Envoy: revision ${event.revision} of ${event.gateway}, after ${event.elapsedMs} ms`,
      ];
    case 'nacked':
      return [
        `${paint.bad('rejected')} by Envoy, which keeps what it had: revision ${event.revision} of ${event.gateway}`,
        ...event.messages.flatMap((message) => message.trim().split('\n')).map((line) => `  ${printable(line)}`),
      ];
    case 'put-back':
      return [`Envoy is back on revision ${event.revision} of ${event.gateway}; the next save is tried again`];
    case 'late':
      return [`${paint.bad('late')}: Envoy has not accepted revision ${event.revision} of ${event.gateway} yet`];
    case 'withheld':
      return withheldLines(event.reason, paint);
    case 'envoy-log':
      return envoyLog === 'all' || isSevere(event.line)
        ? [paint.faint(`envoy ${event.gateway}: ${printable(event.line)}`)]
        : [];
    case 'access':
      return accessLog === 'show' ? [paint.faint(compactAccess(event.line))] : [];
  }
}

const invitation = (trials: readonly Trial[], { strong }: Paint): readonly string[] => [
  '',
  ...trials.flatMap(({ listener, url, curl }) => [
    `  ${strong(url)}  (listener ${listener})`,
    ...(curl === undefined ? [] : [`  ${curl}`]),
  ]),
  '',
  'Save a document, and Envoy has it. Ctrl-C ends everything.',
];

function diagnosisLines(
  { diagnostics, files }: UpEvent & { readonly event: 'diagnosed' },
  host: Host,
): readonly string[] {
  const text = renderText(diagnostics, { files, colour: host.colour.out }).trimEnd();
  return [
    '',
    ...text.split('\n'),
    ...(hasErrors(diagnostics) ? ['nothing was published; Envoy keeps what it has'] : []),
  ];
}

function withheldLines(reason: Withheld, { bad, note }: Paint): readonly string[] {
  const lines = (message: string, help: string) => [
    `${bad('not published')}: ${printable(message)}`,
    `  ${note('help:')} ${printable(help)}`,
  ];
  switch (reason.kind) {
    case 'loss': {
      const losses = reason.losses.map(
        ({ gateway, before, after }) => `${gateway} would have ${size(after)} left of ${size(before)}`,
      );
      return lines(
        `most of what there was is gone: ${losses.join(', ')}`,
        'if a file is being written, save it whole; if this is meant, start again with --allow-empty',
      );
    }
    case 'port':
      return lines(reason.message, reason.help);
    case 'failure':
      return lines(reason.message, 'Envoy keeps what it has; the next save tries again');
    case 'conflict':
      return lines(`somebody else publishes ${reason.gateway} into the same bucket`, 'the next save tries again');
    case 'no-gateway':
      return lines('no document is a Gateway', 'a Gateway says where Envoy listens; see docs/reference/gateway.md');
  }
}

/** What Envoy logs as an error it also answers the relay with, and that is told with the revision that it is about. */
const isSevere = (line: string): boolean => line.includes('][critical]');

/** `GET shop.test/cart 200 12 ms` of a line in Enroute's own format; any other line as it is. */
export function compactAccess(line: string): string {
  const { method, host, path, status, duration } = parseLine(line);
  if (method === undefined || path === undefined || status === undefined) return printable(line);
  return printable(`${method} ${host ?? ''}${path} ${status} ${duration ?? '?'} ms`);
}

function parseLine(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {}; // A format of the user's own.
  }
}
