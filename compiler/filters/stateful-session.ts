import type { SessionCookie, StatefulSession } from '../2-validate/generated/types.ts';
import { cookieAttributes } from '../4-lower/route/cookie.ts';
import { duration, milliseconds } from '../4-lower/quantities.ts';
import { any, type Messages } from '../xds/index.ts';
import { defineFilter, type FilterContext } from './filter-module.ts';

const STATEFUL_SESSION = 'envoy.extensions.filters.http.stateful_session.v3.StatefulSession';
const PER_ROUTE = 'envoy.extensions.filters.http.stateful_session.v3.StatefulSessionPerRoute';

/** Source: envoy/extensions/filters/http/stateful_session/v3/stateful_session.proto */
export default defineFilter('stateful-session', {
  phase: 'affinity',
  envoyFilter: 'envoy.filters.http.stateful_session',
  // Without a state to keep, the entry does nothing.
  resting: any(STATEFUL_SESSION, {}),
  lower: (session, { report }) => {
    check(session, report);
    const { strict, statusCode } = session;
    return {
      perRoute: any(PER_ROUTE, {
        stateful_session: {
          session_state: sessionState(session),
          ...(strict && { strict: true }),
          ...(strict && statusCode !== DEFAULT_STATUS && { status_on_strict_destination_not_found: statusCode }),
        },
      }),
    };
  },
});

const DEFAULT_STATUS = 503;

/** Where the session is kept. Source: envoy/extensions/http/stateful_session/ */
function sessionState({
  cookie,
  header,
  envelope,
}: StatefulSession): Messages['envoy.config.core.v3.TypedExtensionConfig'] {
  if (cookie)
    return {
      name: 'envoy.http.stateful_session.cookie',
      typed_config: any('envoy.extensions.http.stateful_session.cookie.v3.CookieBasedSessionState', {
        cookie: sessionCookie(cookie),
      }),
    };
  if (envelope !== undefined)
    return {
      name: 'envoy.http.stateful_session.envelope',
      typed_config: any('envoy.extensions.http.stateful_session.envelope.v3.EnvelopeSessionState', {
        header: { name: envelope },
      }),
    };
  return {
    name: 'envoy.http.stateful_session.header',
    typed_config: any('envoy.extensions.http.stateful_session.header.v3.HeaderBasedSessionState', {
      name: header ?? '',
    }),
  };
}

const sessionCookie = ({ name, ttl, path, attributes }: SessionCookie): Messages['envoy.type.http.v3.Cookie'] => ({
  name,
  ...(milliseconds(ttl) > 0 && { ttl: duration(ttl) }),
  path,
  ...cookieAttributes(attributes),
});

function check({ cookie, strict, statusCode }: StatefulSession, report: FilterContext['report']): void {
  if (cookie && milliseconds(cookie.ttl) % 1000 !== 0)
    report('invalid-format', '/cookie/ttl', { value: cookie.ttl, expected: 'a time in whole seconds' });
  if (!strict && statusCode !== DEFAULT_STATUS)
    report('needs-field', '/statusCode', { what: '"statusCode"', needs: '"strict: true"' });
}
