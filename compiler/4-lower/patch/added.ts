/** Whole resources that EnvoyPatch documents add. */
import type { Valid } from '../../2-validate/model.ts';
import { TYPE_URL_PREFIX, type Any, type JsonObject } from '../../xds/index.ts';
import { jsonObject } from '../json-value.ts';
import { rawMessage } from '../raw/message.ts';
import type { LoweredResource, ResourceMessage } from '../resource.ts';
import type { DocumentContext } from './change.ts';
import { requirementsOf } from './requirements.ts';

/** The types that may be added, and the field of each that holds its name. */
export const ADDED_TYPES = {
  'envoy.config.cluster.v3.Cluster': 'name',
  'envoy.config.endpoint.v3.ClusterLoadAssignment': 'cluster_name',
  'envoy.config.listener.v3.Listener': 'name',
  'envoy.config.route.v3.RouteConfiguration': 'name',
} as const;

type AddedType = keyof typeof ADDED_TYPES;

/** JSON pointer to an added resource in its document. */
export const addedPointer = (place: number): string => `/spec/resources/${place}`;

export const addedResources = (source: Valid<'EnvoyPatch'>, context: DocumentContext): readonly LoweredResource[] =>
  (source.value.spec.resources ?? []).flatMap((written, place) => {
    const { '@type': type, ...fields } = written;
    const raw = { ...jsonObject(fields), '@type': type };
    return addedResource(raw, addedPointer(place), source, context);
  });

function addedResource(
  raw: Any & JsonObject,
  pointer: string,
  origin: Valid<'EnvoyPatch'>,
  { fill, report }: DocumentContext,
): readonly LoweredResource[] {
  let isSound = true;
  const noting: DocumentContext['report'] = (...mistake) => {
    isSound = false;
    report(...mistake);
  };
  const { '@type': typeUrl, ...message } = rawMessage(
    raw,
    { allowed: Object.keys(ADDED_TYPES), pointer, fill },
    noting,
  );
  const type = typeUrl.slice(TYPE_URL_PREFIX.length);
  if (!isSound || !isAdded(type)) return [];
  const field = ADDED_TYPES[type];
  const name: unknown = new Map<string, unknown>(Object.entries(message)).get(field);
  if (typeof name !== 'string' || name === '') {
    report('missing-field', pointer, { field, description: 'resources of Envoy are known by their names' });
    return [];
  }
  // What was just held against the rules of a type is of that type.
  const resource = { type, message } as ResourceMessage;
  return [{ ...resource, name, requires: requirementsOf(message), origin, patchedBy: [origin.key] }];
}

const isAdded = (type: string): type is AddedType => Object.hasOwn(ADDED_TYPES, type);
