import { fraction } from '../4-lower/quantities.ts';
import { stringMatch } from '../4-lower/string-match.ts';
import { any } from '../xds/index.ts';
import { defineFilter } from './filter-module.ts';

const POLICY = 'envoy.extensions.filters.http.csrf.v3.CsrfPolicy';

const NOBODY = { default_value: fraction(0) };

/** Source: envoy/extensions/filters/http/csrf/v3/csrf.proto */
export default defineFilter('csrf', {
  phase: 'cross-site',
  envoyFilter: 'envoy.filters.http.csrf',
  resting: any(POLICY, { filter_enabled: NOBODY }),
  lower: ({ additionalOrigins, mode, percentage }) => {
    const share = { default_value: fraction(percentage) };
    return {
      perRoute: any(POLICY, {
        ...(mode === 'enforce' ? { filter_enabled: share } : { filter_enabled: NOBODY, shadow_enabled: share }),
        ...(additionalOrigins.length > 0 && { additional_origins: additionalOrigins.map(stringMatch) }),
      }),
    };
  },
});
