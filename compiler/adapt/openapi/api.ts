/** Which of the files describe an API, and what they say of it as a whole. */
import type { Document } from '../../1-parse/document.ts';
import { isObject } from '../../2-validate/plan.ts';
import { compare } from '../../compare.ts';
import { toName } from '../names.ts';
import type { MakeRemark } from '../remark.ts';
import { field, placeOf, rootOf, wordOf, type Source } from '../source.ts';
import { createReader, type Reader } from './reader.ts';

export interface Api {
  readonly root: Source;
  /** Swagger 2.0 says some things elsewhere. */
  readonly dialect: 'swagger' | 'openapi';
  /** For documents that are made of it. */
  readonly name: string;
  readonly reader: Reader;
  readonly remark: MakeRemark;
}

/** In the order of the paths of their files. The others are only referred to. */
export function findApis(documents: readonly Document[], remark: MakeRemark): readonly Api[] {
  const reader = createReader(documents, remark);
  return documents
    .toSorted((a, b) => compare(a.file.path, b.file.path))
    .filter(({ value }) => isObject(value) && (Object.hasOwn(value, 'openapi') || Object.hasOwn(value, 'swagger')))
    .map((document) => toApi(rootOf(document), reader, remark));
}

function toApi(root: Source, reader: Reader, remark: MakeRemark): Api {
  const dialect = field(root, 'swagger') ? 'swagger' : 'openapi';
  const version = field(root, dialect);
  const written = wordOf(version) ?? '';
  if (version && !KNOWN[dialect].test(written))
    remark(
      'approximated',
      placeOf(version),
      `version ${JSON.stringify(written)} is not known, and read like ${LIKE[dialect]}`,
    );
  const title = wordOf(reader.field(field(root, 'info'), 'title')) ?? '';
  return { root, dialect, name: toName(title, 'api'), reader, remark };
}

const KNOWN = { swagger: /^2(\.0)?$/, openapi: /^3\.[012](\.\d+)?$/ } as const;
const LIKE = { swagger: '2.0', openapi: '3.1' } as const;
