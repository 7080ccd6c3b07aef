/**
 * Answers that Envoy gives itself.
 *
 * Source: https://www.envoyproxy.io/docs/envoy/v1.40.0/configuration/http/http_conn_man/local_reply
 */
import type { Http, LocalReply, LocalReplyBody, LocalReplyCondition } from '../../2-validate/generated/types.ts';
import type { Messages } from '../../xds/index.ts';
import type { HttpSettings } from './http-settings.ts';
import { jsonObject } from '../json-value.ts';

type Mapper = Messages['envoy.extensions.filters.network.http_connection_manager.v3.ResponseMapper'];
type Filter = Messages['envoy.config.accesslog.v3.AccessLogFilter'];
type Format = Messages['envoy.config.core.v3.SubstitutionFormatString'];

export function localReplies({ localReplies: replies = [], localReplyBody }: Http): HttpSettings {
  if (replies.length === 0 && !localReplyBody) return {};
  return {
    local_reply_config: {
      ...(replies.length > 0 && { mappers: replies.map(mapper) }),
      ...(localReplyBody && { body_format: bodyFormat(localReplyBody) }),
    },
  };
}

function mapper({ when, statusCode, body, template, json, contentType, headers }: LocalReply): Mapper {
  const format = bodyFormat({
    ...(template !== undefined && { template }),
    ...(json && { json }),
    ...(contentType !== undefined && { contentType }),
  });
  // Without a format of its own a body would be put into that of `localReplyBody`.
  const asItIs: Format = { text_format_source: { inline_string: '%LOCAL_REPLY_BODY%' }, ...format };
  const own = template !== undefined || json ? format : body === undefined ? undefined : asItIs;
  return {
    filter: conditionOf(when),
    ...(statusCode !== undefined && { status_code: statusCode }),
    ...(body !== undefined && { body: { inline_string: body } }),
    ...(own && { body_format_override: own }),
    ...(headers.length > 0 && {
      headers_to_add: headers.map(({ name, value }) => ({
        header: { key: name, value },
        append_action: 'OVERWRITE_IF_EXISTS_OR_ADD' as const,
      })),
    }),
  };
}

const bodyFormat = ({ template, json, contentType }: LocalReplyBody): Format => ({
  ...(template !== undefined && { text_format_source: { inline_string: template } }),
  ...(json && { json_format: jsonObject(json) }),
  ...(contentType !== undefined && { content_type: contentType }),
});

function conditionOf({ statusCodes, flags }: LocalReplyCondition): Filter {
  return both([
    ...(statusCodes ? [either(statusCodes.map(hasStatus))] : []),
    ...(flags ? [{ response_flag_filter: { flags } }] : []),
  ]);
}

function hasStatus(status: number | string): Filter {
  if (typeof status === 'number') return comparison('EQ', status);
  const least = Number(status.charAt(0)) * 100;
  return both([comparison('GE', least), comparison('LE', least + 99)]);
}

const comparison = (op: 'EQ' | 'GE' | 'LE', status: number): Filter => ({
  // Envoy wants the name of a runtime key, which nobody sets.
  status_code_filter: { comparison: { op, value: { default_value: status, runtime_key: 'enroute.unused' } } },
});

const both = (filters: readonly Filter[]): Filter => alone(filters) ?? { and_filter: { filters } };

const either = (filters: readonly Filter[]): Filter => alone(filters) ?? { or_filter: { filters } };

const alone = ([first, ...others]: readonly Filter[]): Filter | undefined => (others.length === 0 ? first : undefined);
