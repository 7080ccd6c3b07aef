/**
 * The order of filters in a listener's chain. Requests pass the chain from top to bottom, answers from bottom to top.
 */
export const PHASES = [
  ['health-check', 'probes carry no credentials, use up no limit, and are told how Envoy itself fares'],
  ['compression', 'answers are compressed last, after everything that reads or changes their body'],
  [
    'decompression',
    'what filters read of a request is what the client meant, not how it was packed; answers come last, since Envoy never ends an answer that it has decompressed and a later filter waits for',
  ],
  ['custom-response', 'what a refusal looks like is the same whoever refused, the upstream included'],
  ['cors', 'preflight requests carry no credentials, so they are answered before anybody asks for some'],
  ['cross-site', 'what another site made a browser send is refused before anybody takes it for the user’s will'],
  ['access', 'addresses that may not come in cost no more than this'],
  ['local-limit', 'a flood is stopped before it reaches an authentication service'],
  ['metadata', 'what it finds is there for all that come after it, and a flood has been stopped before'],
  ['login', 'whoever logs in brings the token that authentication then checks'],
  ['authentication', 'who it is comes before what it may do'],
  ['authorization', 'what somebody may do is decided by the claims that authentication found'],
  ['global-limit', 'the rate-limit service counts admitted requests, by what authentication found about them'],
  ['fault', 'a fault stands for one of the upstream, so it meets only those requests that would have got there'],
  ['affinity', 'which endpoint gets a request is asked only for those that one will get'],
  ['load', 'how an upstream fares is told by those requests that reach it'],
  ['transfer', 'only requests that will be forwarded are kept in memory, or slowed down'],
  ['translation', 'filters above judge what the client speaks, those below see what the upstream speaks'],
  ['statistics', 'what is counted is what the upstream speaks, and only what gets there'],
  ['transformation', 'changes what the upstream sees of an admitted request, and sees the upstream’s answer first'],
  ['credentials', 'the client’s credentials have been judged, and those of the gateway are none of its own'],
  ['processing', 'a service sees the request much as the upstream would, after all that is settled without asking it'],
  ['module', 'user code sees the request much as the upstream would'],
  ['script', 'user code sees the request as the upstream would, and has the last word on it'],
] as const satisfies readonly (readonly [name: string, reason: string])[];

export type Phase = (typeof PHASES)[number][0];

export const isPhase = (name: string): name is Phase => PHASES.some(([phase]) => phase === name);

/** The place of a phase in the chain. */
export const phaseOrder = (phase: Phase): number => PHASES.findIndex(([name]) => name === phase);
