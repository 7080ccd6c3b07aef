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
import { intersection, isEmpty, nameSet, NO_NAMES, union, type NameSet } from './name-set.ts';
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
 * Counts hosts among those that are to be removed whose route configuration has gone from the bundle. When, {@link hostsInUse}
 * says.
 */
export function letHostsGo(session: Session): Session {
  const watch = session.watches.get(TypeUrl.virtualHost);
  const configurations = session.snapshot && sectionOf(session.snapshot, TypeUrl.route);
  if (!watch || !configurations) return session;
  const { held } = watch;
  const gone = hostsWithout(held.base, configurations);
  if (isEmpty(gone)) return session;
  return withWatch(session, {
    ...watch,
    held: { ...held, base: without(held.base, gone), stray: union(held.stray, gone) },
  });
}

/**
 * Those of the hosts that are to be removed which must stay: their route configuration is gone, but the client asks for it
 * still, for connections that drain.
 */
export function hostsInUse({ snapshot, watches }: Session, { typeUrl, held }: Watch): NameSet {
  const routes = watches.get(TypeUrl.route);
  const configurations = snapshot && sectionOf(snapshot, TypeUrl.route);
  if (typeUrl !== TypeUrl.virtualHost || isEmpty(held.stray) || !routes || !configurations) return NO_NAMES;
  return namesWithin(held.stray, absent(routes.subscription.names, configurations));
}

/** `http/hosts` of `http/hosts/default.shop`. */
const configurationOf = (host: string): string => host.slice(0, Math.max(0, host.lastIndexOf('/')));

const hostsWithin = memoizePair((hosts: Section, { names }: NameSet) =>
  hostsThat(hosts, (host) => names.has(configurationOf(host))),
);

const hostsWithout = memoizePair((hosts: Section, configurations: Section) =>
  hostsThat(hosts, (host) => !findEntry(configurations, configurationOf(host))),
);

const namesWithin = memoizePair((hosts: NameSet, { names }: NameSet) =>
  nameSet([...hosts.names].filter((host) => names.has(configurationOf(host)))),
);

const absent = memoizePair(({ names }: NameSet, configurations: Section) =>
  nameSet([...names].filter((name) => !findEntry(configurations, name))),
);

function hostsThat(hosts: Section, isMeant: (host: string) => boolean): NameSet {
  const names: string[] = [];
  for (const { name } of entriesOf(hosts)) if (isMeant(name)) names.push(name);
  return nameSet(names);
}
