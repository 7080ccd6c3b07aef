/**
 * Virtual hosts on a stream. Pure.
 *
 * Envoy asks for all of them at once, and gives each to the route configuration whose name stands before the last slash of
 * its own. It says nothing when there is no such route configuration yet, or no longer, and takes the host for received.
 * Therefore hosts follow the route configurations that a client asks for, and leave with them.
 *
 * Source: https://github.com/envoyproxy/envoy/blob/v1.40.0/source/common/router/vhds.cc
 */
import { TypeUrl } from '../compiler/xds/resource-types.ts';
import { memoizePair } from './memoize.ts';
import { difference, intersection, isEmpty, nameSet, type NameSet } from './name-set.ts';
import type { Response } from './response.ts';
import { without } from './section-diff.ts';
import { entriesOf, findEntry, type Section } from './section.ts';
import { withWatch, type Session } from './session-state.ts';
import { sectionOf } from './snapshot.ts';
import { forget, type Watch } from './watch.ts';

/**
 * Owes the hosts of route configurations that are being sent because the client asked for them, be it that it had them
 * before: now it has none of them.
 */
export function followRoutes(session: Session, { typeUrl, held }: Watch, response: Response): Session {
  const watch = session.watches.get(TypeUrl.virtualHost);
  if (!watch || typeUrl !== TypeUrl.route) return session;
  const configurations = intersection(held.forgotten, response.names());
  return isEmpty(configurations)
    ? session
    : withWatch(session, forget(watch, hostsWithin(watch.held.base, configurations)));
}

/**
 * Counts hosts no longer as held whose route configuration has gone from the bundle, so that the client is not told to
 * remove them: connections that drain go by them still, and Envoy drops them together with the route configuration.
 */
export function letHostsGo(session: Session): Session {
  const watch = session.watches.get(TypeUrl.virtualHost);
  const configurations = session.snapshot && sectionOf(session.snapshot, TypeUrl.route);
  if (!watch || !configurations) return session;
  const { held } = watch;
  const gone = hostsWithout(held.base, configurations);
  const stray = difference(held.stray, nameSet([...held.stray.names].filter(isWithout(configurations))));
  if (isEmpty(gone) && stray === held.stray) return session;
  return withWatch(session, {
    ...watch,
    held: { ...held, base: isEmpty(gone) ? held.base : without(held.base, gone), stray },
  });
}

/** `http/hosts` of `http/hosts/default.shop`. */
const configurationOf = (host: string): string => host.slice(0, Math.max(0, host.lastIndexOf('/')));

const hostsWithin = memoizePair((hosts: Section, { names }: NameSet) =>
  namesOf(hosts, (host) => names.has(configurationOf(host))),
);

const hostsWithout = memoizePair((hosts: Section, configurations: Section) =>
  namesOf(hosts, isWithout(configurations)),
);

const isWithout =
  (configurations: Section) =>
  (host: string): boolean =>
    !findEntry(configurations, configurationOf(host));

function namesOf(hosts: Section, isMeant: (host: string) => boolean): NameSet {
  const names: string[] = [];
  for (const { name } of entriesOf(hosts)) if (isMeant(name)) names.push(name);
  return nameSet(names);
}
