/** Rules within the `http` of a Gateway that a schema cannot say. */
import { operatorMistakes } from '../../2-validate/formats/json-operators.ts';
import type { LocalReply, LocalReplyBody } from '../../2-validate/generated/types.ts';
import type { Valid } from '../../2-validate/model.ts';
import type { Document } from '../../1-parse/document.ts';
import { at } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';

export function checkHttp({ document, value }: Valid<'Gateway'>, report: Report): void {
  const { serverName, serverHeader, localReplies = [], localReplyBody } = value.spec.http;
  if (serverName !== undefined && serverHeader === 'pass-through')
    report('needless-field', at(document, '/spec/http/serverName'), {
      field: 'serverName',
      beside: 'serverHeader: pass-through',
    });
  for (const [place, reply] of localReplies.entries())
    checkLocalReply(reply, `/spec/http/localReplies/${place}`, document, report);
  if (localReplyBody) checkJson(localReplyBody, '/spec/http/localReplyBody', document, report);
}

function checkLocalReply(reply: LocalReply, pointer: string, document: Document, report: Report): void {
  const given = (['body', 'template', 'json'] as const).filter((field) => reply[field] !== undefined);
  if (given.length > 1) report('mutually-exclusive', at(document, `${pointer}/${given[1] ?? ''}`), { fields: given });
  if (given.length === 0 && reply.contentType !== undefined)
    report('needs-field', at(document, `${pointer}/contentType`), {
      what: '"contentType"',
      needs: '"body", "template" or "json"',
    });
  checkJson(reply, pointer, document, report);
}

function checkJson({ json }: Pick<LocalReplyBody, 'json'>, pointer: string, document: Document, report: Report): void {
  for (const { pointer: place, text, problem } of operatorMistakes(json, `${pointer}/json`))
    report('invalid-operator', at(document, place), { text, problem });
}
