/** Properties are tried with the same values every time, so that whoever breaks one sees it; ENROUTE_SEED gives others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['ENROUTE_SEED'] ?? 2026) });
