/**
 * The message types of the table by full name, opened when first used: most programs touch a few dozen of a thousand.
 *
 * `generate/xds/table.ts` describes the table's text.
 */
import { createEnumType, NULL_VALUE, type EnumType } from './enums.ts';
import { readField, type Field } from './field.ts';
import { ENUMS, MESSAGES } from './generated/table.ts';
import type { Problem } from './rules/check.ts';
import { WELL_KNOWN, type WellKnownCodec } from './well-known/index.ts';

export interface MessageType {
  readonly name: string;
  readonly package: string;
  /** Set for those messages whose JSON is not an object of their fields. */
  readonly wellKnown: WellKnownCodec | undefined;
  readonly isAny: boolean;
  /** A memo remembers its bytes wherever it stands, not only at the root. */
  readonly isRemembered: boolean;
  /** The message's part of the table. */
  readonly lines: readonly string[];
  /** Read from the lines by {@link membersOf}. */
  members: Members | undefined;
}

/** What an opened message consists of. */
export interface Members {
  /** In ascending order of their numbers. */
  readonly fields: readonly Field[];
  readonly byName: ReadonlyMap<string, Field>;
  readonly byNumber: ReadonlyMap<number, Field>;
  readonly requirements: readonly Requirement[];
}

/** Fields of which at least one must be set, and what is wrong if none is. */
export interface Requirement {
  readonly fields: readonly Field[];
  /** The field to blame; nothing for a oneof, where the message is. */
  readonly at: string | undefined;
  readonly problem: Problem;
}

/** The type of that full name, for example `envoy.config.route.v3.Route`; nothing if the table has none. */
export const findMessageType = (name: string): MessageType | undefined => (messages ??= readMessages()).get(name);

export const membersOf = (type: MessageType): Members => (type.members ??= openMessage(type));

/** The full names of all messages of the table, in order; without the well-known types. */
export const messageNames = (): readonly string[] =>
  [...(messages ??= readMessages()).values()].filter(isOfTable).map(({ name }) => name);

let messages: ReadonlyMap<string, MessageType> | undefined;
let enums: ReadonlyMap<string, EnumType> | undefined;

const isOfTable = ({ wellKnown, isAny }: MessageType): boolean => !wellKnown && !isAny;

const TYPES = {
  message: findMessageType,
  enumeration: (name: string): EnumType | undefined => (enums ??= readEnums()).get(name),
};

function readMessages(): ReadonlyMap<string, MessageType> {
  const ofTable = readBlocks(MESSAGES).map((block) => ({
    ...block,
    ...ORDINARY,
    isRemembered: REMEMBERED.has(block.name),
  }));
  const special = [...WELL_KNOWN].map(([name, wellKnown]) => ({ ...ORDINARY, ...NO_BLOCK, name, wellKnown }));
  const any = { ...ORDINARY, ...NO_BLOCK, name: 'google.protobuf.Any', isAny: true };
  return new Map([...ofTable, ...special, any].map((type): [string, MessageType] => [type.name, type]));
}

const ORDINARY = { wellKnown: undefined, isAny: false, isRemembered: false, members: undefined };
const NO_BLOCK = { package: 'google.protobuf', lines: [] };

/**
 * Large messages that are resources, or are repeated many times inside one. To remember costs a copy, which smaller
 * messages are not worth.
 */
const REMEMBERED: ReadonlySet<string> = new Set([
  'envoy.config.cluster.v3.Cluster',
  'envoy.config.endpoint.v3.ClusterLoadAssignment',
  'envoy.config.listener.v3.FilterChain',
  'envoy.config.listener.v3.Listener',
  'envoy.config.route.v3.Route',
  'envoy.config.route.v3.RouteConfiguration',
  'envoy.config.route.v3.VirtualHost',
  // An entry of a tree of routes holds all routes that its key may lead to.
  'xds.type.matcher.v3.Matcher.OnMatch',
]);

function readEnums(): ReadonlyMap<string, EnumType> {
  const types = readBlocks(ENUMS).map(({ name, lines }) => createEnumType(name, lines));
  return new Map([...types, NULL_VALUE].map((type) => [type.name, type]));
}

interface Block {
  readonly name: string;
  readonly package: string;
  readonly lines: readonly string[];
}

/** Indentation tells what a line is: none a package, one space a type, two a member of it. */
function readBlocks(table: string): readonly Block[] {
  const blocks: { name: string; package: string; lines: string[] }[] = [];
  let withinPackage = '';
  for (const line of table.split('\n')) {
    if (line.startsWith('  ')) blocks.at(-1)?.lines.push(line.slice(2));
    else if (line.startsWith(' '))
      blocks.push({ name: `${withinPackage}.${line.slice(1)}`, package: withinPackage, lines: [] });
    else withinPackage = line;
  }
  return blocks;
}

function openMessage(type: MessageType): Members {
  const isRequiredOneof = (line: string): boolean => line.startsWith('@');
  const fields = type.lines
    .filter((line) => !isRequiredOneof(line))
    .map((line) => readField(line, type.package, TYPES));
  const oneofs = type.lines.filter(isRequiredOneof).map((line) => Number.parseInt(line.slice(1), 10));
  return {
    fields,
    byName: new Map(fields.map((field) => [field.name, field])),
    byNumber: new Map(fields.map((field) => [field.number, field])),
    requirements: [
      ...fields.flatMap(requiredField),
      ...oneofs.map((oneof) => requiredOneof(fields.filter((field) => field.oneof === oneof))),
    ],
  };
}

function requiredField(field: Field): Requirement[] {
  const problem = field.checks?.absent;
  return problem ? [{ fields: [field], at: field.name, problem }] : [];
}

function requiredOneof(fields: readonly Field[]): Requirement {
  const names = fields.filter(({ deprecated }) => !deprecated).map(({ name }) => name);
  return { fields, at: undefined, problem: { rule: 'oneof', message: `needs one of ${names.join(', ')}` } };
}
