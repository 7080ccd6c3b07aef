/** Reads messages, enums, `validate` rules and deprecations out of descriptors into a {@link Schema}. */
import {
  getOption,
  isMessage,
  ScalarType,
  toJson,
  type DescEnum,
  type DescExtension,
  type DescField,
  type DescMessage,
  type DescOneof,
  type FileRegistry,
} from '@bufbuild/protobuf';
import { FeatureSet_FieldPresence } from '@bufbuild/protobuf/wkt';
import type { Deprecation, SchemaEnum, SchemaField, SchemaMessage, SchemaOneof, Shape, TypeName } from './schema.ts';

type Described = DescField | DescMessage | DescOneof | DescEnum['values'][number];

/** Answers what one descriptor says; `registry` must know the option extensions. */
export interface Describer {
  message(desc: DescMessage): SchemaMessage;
  enumeration(desc: DescEnum): SchemaEnum;
}

export function createDescriber(registry: FileRegistry): Describer {
  const option = (desc: Described, name: string): unknown => {
    const extension = registry.getExtension(name);
    return extension ? optionValue(desc, extension) : undefined;
  };
  return { message, enumeration };

  function message(desc: DescMessage): SchemaMessage {
    if (option(desc, 'validate.disabled') === true || option(desc, 'validate.ignored') === true) {
      throw new Error(`${desc.typeName} switches its rules off, which the table cannot say`);
    }
    return {
      ...identity(desc),
      fields: desc.fields.map((field) => describeField(field, desc.oneofs)).sort((a, b) => a.number - b.number),
      oneofs: desc.oneofs.map(describeOneof),
    };
  }

  function describeField(desc: DescField, oneofs: readonly DescOneof[]): SchemaField {
    return {
      number: desc.number,
      name: desc.name,
      type: typeOf(desc),
      kind: desc.message ? 'message' : desc.enum ? 'enum' : 'scalar',
      shape: shapeOf(desc),
      key: desc.fieldKind === 'map' ? scalarName(desc.mapKey) : undefined,
      oneof: desc.oneof && oneofs.indexOf(desc.oneof),
      rules: rulesOf(desc),
      deprecation: deprecationOf(desc, 'deprecated_at_minor_version', 'disallowed_by_default'),
    };
  }

  function describeOneof(desc: DescOneof): SchemaOneof {
    return { name: desc.name, isRequired: option(desc, 'validate.required') === true };
  }

  function enumeration(desc: DescEnum): SchemaEnum {
    const values = desc.values.map((value) => ({
      name: value.name,
      number: value.number,
      deprecation: deprecationOf(value, 'deprecated_at_minor_version_enum', 'disallowed_by_default_enum'),
    }));
    return { ...identity(desc), values };
  }

  function rulesOf(desc: DescField): object | undefined {
    const extension = registry.getExtension('validate.rules');
    const fieldRules = registry.getMessage('validate.FieldRules');
    if (!extension || !fieldRules) return undefined;
    const value = optionValue(desc, extension);
    const rules = isMessage(value) ? toJson(fieldRules, value, { useProtoFieldName: true }) : {};
    return typeof rules === 'object' && rules !== null && Object.keys(rules).length > 0 ? rules : undefined;
  }

  function deprecationOf(
    desc: DescField | DescEnum['values'][number],
    version: string,
    refused: string,
  ): Deprecation | undefined {
    if (!desc.deprecated) return undefined;
    const since = option(desc, `envoy.annotations.${version}`);
    const isRefused = option(desc, `envoy.annotations.${refused}`) === true;
    return { since: typeof since === 'string' && since !== '' ? since : undefined, isRefused };
  }
}

/** The seam to protobuf-es, which types options by extensions that are known when it compiles. */
const optionValue = (desc: Described, extension: DescExtension): unknown => getOption(desc as never, extension);

const identity = (desc: DescMessage | DescEnum): { name: string; package: string; file: string } => ({
  name: desc.typeName,
  package: desc.file.proto.package,
  file: desc.file.proto.name,
});

function shapeOf(desc: DescField): Shape {
  if (desc.fieldKind === 'map') return 'map';
  if (desc.fieldKind === 'list') return desc.packed ? 'packed' : 'expanded';
  return desc.presence === FeatureSet_FieldPresence.IMPLICIT ? 'implicit' : 'explicit';
}

function typeOf(desc: DescField): TypeName {
  if (desc.message) return desc.message.typeName;
  if (desc.enum) return desc.enum.typeName;
  return scalarName(desc.scalar ?? ScalarType.STRING);
}

/** The proto name of a scalar type, for example `uint32`. */
const scalarName = (type: ScalarType): string => (ScalarType[type] ?? 'unknown').toLowerCase();
