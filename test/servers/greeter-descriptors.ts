/** The descriptor set of greeter.proto, as protoc would write it, with options by which HTTP clients can call Greet. */
import { create, toBinary, type MessageInitShape } from '@bufbuild/protobuf';
import {
  FieldDescriptorProto_Label as Label,
  FieldDescriptorProto_Type as Type,
  FileDescriptorSetSchema,
  MethodOptionsSchema,
  type DescriptorProtoSchema,
} from '@bufbuild/protobuf/wkt';

/** google.api.http, an extension of the options of a method. Source: google/api/annotations.proto */
const HTTP_OPTION = 72_295_728;

/**
 * Greet can be called by `GET /v1/greet/{name}` and by `POST /v1/greet` with the message as body; Wave has no options.
 *
 * @returns base64
 */
export function greeterDescriptors(): string {
  const options = create(MethodOptionsSchema);
  options.$unknown = [{ no: HTTP_OPTION, wireType: 2, data: lengthDelimited(httpRule()) }];
  const types = { inputType: '.enroute.test.GreetRequest', outputType: '.enroute.test.GreetReply' };
  const service = {
    name: 'Greeter',
    method: [
      { name: 'Greet', ...types, options },
      { name: 'Wave', ...types },
    ],
  };
  const file = { name: 'greeter.proto', package: 'enroute.test', syntax: 'proto3', messageType: MESSAGES };
  const set = create(FileDescriptorSetSchema, { file: [{ ...file, service: [service] }] });
  return Buffer.from(toBinary(FileDescriptorSetSchema, set)).toString('base64');
}

const one = (name: string, number: number, type: Type) => ({
  name,
  jsonName: name,
  number,
  type,
  label: Label.OPTIONAL,
});

const MESSAGES: MessageInitShape<typeof DescriptorProtoSchema>[] = [
  { name: 'GreetRequest', field: [one('name', 1, Type.STRING), one('times', 2, Type.INT32)] },
  {
    name: 'GreetReply',
    field: [
      one('greeting', 1, Type.STRING),
      {
        ...one('metadata', 2, Type.MESSAGE),
        label: Label.REPEATED,
        typeName: '.enroute.test.GreetReply.MetadataEntry',
      },
    ],
    nestedType: [
      {
        name: 'MetadataEntry',
        field: [one('key', 1, Type.STRING), one('value', 2, Type.STRING)],
        options: { mapEntry: true },
      },
    ],
  },
];

/** Source: google/api/http.proto, HttpRule: get = 2, post = 4, body = 7, additional_bindings = 11 */
function httpRule(): Buffer {
  const post = Buffer.concat([field(4, Buffer.from('/v1/greet')), field(7, Buffer.from('*'))]);
  return Buffer.concat([field(2, Buffer.from('/v1/greet/{name}')), field(11, post)]);
}

const field = (number: number, value: Buffer): Buffer =>
  Buffer.concat([Buffer.from([(number << 3) | 2]), lengthDelimited(value)]);

/** For lengths below 128. */
const lengthDelimited = (value: Buffer): Buffer => Buffer.concat([Buffer.from([value.length]), value]);
