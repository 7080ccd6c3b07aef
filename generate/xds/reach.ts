/** Collects everything that the roots reach through the fields of messages. */
import type { DescEnum, DescMessage, FileRegistry } from '@bufbuild/protobuf';
import { createDescriber } from './describe.ts';
import type { Schema, SchemaMessage } from './schema.ts';

export interface Roots {
  /** Full names; one that the registry does not know is an error. */
  readonly messages: readonly string[];
  /** Packages of which every message is a root; one without messages is an error. */
  readonly packages: readonly string[];
  /** Full names of fields to leave out. */
  readonly without: readonly string[];
}

/**
 * Types whose JSON is not an object of their fields. The codec knows them by name and the table does not hold them.
 * Source: https://protobuf.dev/programming-guides/json/
 */
const WELL_KNOWN =
  /^google\.protobuf\.(Any|Duration|Timestamp|Struct|Value|ListValue|NullValue|FieldMask|(Bool|Bytes|Double|Float|String|U?Int32|U?Int64)Value)$/;

export function reachableFrom(roots: Roots, registry: FileRegistry): Schema {
  const messages = new Set<DescMessage>();
  const enums = new Set<DescEnum>();
  const visit = (message: DescMessage): void => {
    if (messages.has(message) || WELL_KNOWN.test(message.typeName)) return;
    messages.add(message);
    for (const field of message.fields) {
      if (field.message) visit(field.message);
      if (field.enum && !WELL_KNOWN.test(field.enum.typeName)) enums.add(field.enum);
    }
  };
  rootMessages(roots, registry).forEach(visit);
  const describer = createDescriber(registry);
  return {
    messages: [...messages]
      .sort(byName)
      .map(describer.message)
      .map((message) => leaveOut(message, roots.without)),
    enums: [...enums].sort(byName).map(describer.enumeration),
  };
}

const leaveOut = (message: SchemaMessage, without: readonly string[]): SchemaMessage => ({
  ...message,
  fields: message.fields.filter(({ name }) => !without.includes(`${message.name}.${name}`)),
});

function rootMessages(roots: Roots, registry: FileRegistry): readonly DescMessage[] {
  const all = [...registry].filter((desc) => desc.kind === 'message');
  const inPackage = roots.packages.flatMap((name) => {
    const found = all.filter((message) => message.file.proto.package === name);
    if (found.length === 0) throw new Error(`no message in package ${name}`);
    return found;
  });
  const single = roots.messages.map((name) => {
    const found = registry.getMessage(name);
    if (!found) throw new Error(`no message ${name}`);
    return found;
  });
  return [...inPackage, ...single];
}

const byName = (a: { typeName: string }, b: { typeName: string }): number => (a.typeName < b.typeName ? -1 : 1);
