/** The part of JSON Schema 2020-12 that our schemas use, and our own keywords. */
export interface Schema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $comment?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly minProperties?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly oneOf?: readonly Schema[];
  readonly discriminator?: { readonly propertyName: string };
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** The name of a check that JSON Schema cannot express: a key of `compiler/2-validate/formats.ts`. */
  readonly format?: string;
  /** Our keyword: the text names a document of this kind. */
  readonly reference?: string;
  /** Our keyword: exactly one of these properties must be given. */
  readonly exactlyOne?: readonly string[];
  /** Our keyword: at least one of these properties must be given. */
  readonly atLeastOne?: readonly string[];
  /** Our keyword: fields that have no effect beside one of others. */
  readonly needless?: Readonly<Record<string, readonly string[]>>;
}

/** Keywords that only our own generators and stages know. */
export const OWN_KEYWORDS = ['reference', 'exactlyOne', 'atLeastOne', 'needless'] as const;

/** Keywords of JSON Schema that our own stage checks too: ajv compares each item of a list with each. */
export const TAKEN_KEYWORDS = ['uniqueItems'] as const;

export const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const definitionName = (reference: string): string => reference.replace('#/$defs/', '');
