/** One operation: what it is for, what it takes, how it is called, what it answers. */
import { isObject } from '../bodies.ts';
import { code, escape, foldable, inline, table } from './html.ts';
import { defaultOf, exampleIn, typeOf, type Schema, type Schemas } from './schemas.ts';

/** The part of an operation that is shown. */
export interface Operation {
  readonly tags: readonly string[];
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly description: string; readonly content: Content };
  readonly responses: Readonly<Record<string, Answer>>;
  readonly security?: readonly object[];
  readonly 'x-enroute-needs'?: string;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly description: string;
  readonly required: boolean;
  readonly schema: Schema;
}

interface Answer {
  readonly $ref?: string;
  readonly description?: string;
  readonly content?: Content;
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

export interface Entry {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}

export function operationHtml({ path, method, operation }: Entry, schemas: Schemas): string {
  const { operationId, summary, description, parameters = [], requestBody, responses } = operation;
  const head = `<b class="${escape(method)}">${escape(method.toUpperCase())}</b> ${code(path)} <span>${escape(summary)}</span>`;
  return foldable(
    operationId,
    head,
    [
      description === undefined ? '' : `<p>${inline(description)}</p>`,
      needsHtml(operation),
      table(['parameter', 'in', 'value', 'meaning'], parameters.map(parameterRow)),
      requestBody ? `<p><b>Body</b>: ${inline(requestBody.description)} ${contentHtml(requestBody.content)}</p>` : '',
      `<pre>${escape(curlOf({ path, method, operation }, schemas))}</pre>`,
      answersHtml(responses),
    ].join('\n'),
  );
}

function needsHtml({ 'x-enroute-needs': needs = 'nothing' }: Operation): string {
  switch (needs) {
    case 'nothing':
      return '<p>Anybody may call it.</p>';
    case 'identity':
      return '<p>Whoever has proved who it is may call it.</p>';
    default:
      return `<p>The caller needs a role that may ${code(needs)}.</p>`;
  }
}

const parameterRow = ({ name, in: place, description, required, schema }: Parameter): readonly string[] => [
  `${code(name)}${required ? ' <b title="required">*</b>' : ''}`,
  escape(place),
  typeOf(schema),
  `${inline(description)}${defaultOf(schema)}`,
];

const contentHtml = (content: Content): string =>
  Object.entries(content)
    .map(([type, { schema }]) => `${code(type)}${schema ? `: ${typeOf(schema)}` : ''}`)
    .join('; ');

/** Problems that every operation may answer are named by their status only. */
function answersHtml(responses: Operation['responses']): string {
  const all = Object.entries(responses);
  const own = all
    .filter(([, { $ref }]) => $ref === undefined)
    .map(
      ([status, { description = '', content = {} }]) =>
        `<li><b>${escape(status)}</b> ${inline(description)} ${contentHtml(content)}</li>`,
    );
  const common = all.flatMap(([status, { $ref }]) => ($ref === undefined ? [] : [escape(status)]));
  const problems = common.length > 0 ? `<li><a href="#schema-Problem">Problem</a>: ${common.join(', ')}</li>` : '';
  return `<b>Answers</b><ul>${own.join('')}${problems}</ul>`;
}

/** With a token where there is something to know of the caller, and the first example of each thing that is needed. */
function curlOf({ path, method, operation }: Entry, schemas: Schemas): string {
  const { parameters = [], requestBody, security } = operation;
  const [type = '', { schema = {} } = {}] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const example = exampleIn(schema, schemas);
  const named = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const stated = name === 'name' ? documentName(example) : undefined;
    return String(stated ?? parameters.find((parameter) => parameter.name === name)?.schema.examples?.[0] ?? name);
  });
  return [
    'curl',
    ...(method === 'get' ? [] : [`-X ${method.toUpperCase()}`]),
    `"$ENROUTE_API${named}"`,
    ...(security ? ['-H "authorization: Bearer $TOKEN"'] : []),
    ...(requestBody ? [`-H 'content-type: ${type}'`] : []),
    ...(requestBody && example !== undefined ? [`-d ${quoted(JSON.stringify(example))}`] : []),
    ...(requestBody && example === undefined ? ['--data-binary @body'] : []),
  ].join(' ');
}

/** The path has to name the document of the body. */
function documentName(example: unknown): unknown {
  const metadata = isObject(example) ? example['metadata'] : undefined;
  return isObject(metadata) ? metadata['name'] : undefined;
}

/** For a shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
