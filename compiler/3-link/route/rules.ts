/** Rules that a route must keep and a schema cannot say: what goes with which kind of match. */
import { wrongGroup } from '../../2-validate/formats/regex.ts';
import { isFilledTemplate, variablesOf } from '../../2-validate/formats/path-template.ts';
import type { PathMatch, PathRewrite, RegexSubstitution } from '../../2-validate/generated/types.ts';
import type { Document } from '../../1-parse/document.ts';
import { at, type Location } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';
import { checkForward } from './forward-rules.ts';
import type { LinkedRoute } from '../graph.ts';
import { checkHashing } from './hash-rules.ts';
import { checkMatch } from './match-rules.ts';
import { checkChoices } from '../upstream/subsets.ts';

export function checkRule(route: LinkedRoute, report: Report): void {
  checkMatch(route, report);
  checkHashing(route, report);
  checkRewrite(route, report);
  checkForward(route, report);
  checkChoices(route.targets, route.origin, report);
}

/** A change of the path, and all that is needed to say what is wrong with it. */
interface PathChange {
  readonly change: PathRewrite;
  readonly path: PathMatch;
  readonly document: Document;
  readonly pointer: string;
}

function checkRewrite({ rule, origin: { document }, pointer }: LinkedRoute, report: Report): void {
  const { path } = rule.match;
  const rewrite = rule.forward?.rewrite?.path;
  const redirect = rule.redirect?.path;
  const host = rule.forward?.rewrite?.host?.pathRegex;
  if (host) checkGroups(host, at(document, `${pointer}/forward/rewrite/host/pathRegex/substitution`), report);
  if (rewrite) checkPathChange({ change: rewrite, path, document, pointer: `${pointer}/forward/rewrite/path` }, report);
  if (redirect) checkPathChange({ change: redirect, path, document, pointer: `${pointer}/redirect/path` }, report);
}

function checkPathChange({ change, path, document, pointer }: PathChange, report: Report): void {
  if (change.prefix !== undefined && path.prefix === undefined && path.exact === undefined) {
    const needs = '"match.path.prefix" or "match.path.exact"';
    report('needs-field', at(document, `${pointer}/prefix`), { what: '"prefix"', needs });
  }
  if (change.template !== undefined) checkTemplate(change.template, path, at(document, `${pointer}/template`), report);
  if (change.regex) checkGroups(change.regex, at(document, `${pointer}/regex/substitution`), report);
}

function checkTemplate(template: string, path: PathMatch, where: Location, report: Report): void {
  if (path.template === undefined) {
    report('needs-field', where, { what: '"template"', needs: '"match.path.template"' });
    return;
  }
  const known = variablesOf(path.template);
  const name = variablesOf(template).find((one) => !known.includes(one));
  if (name !== undefined) report('unknown-variable', where, { name, known });
  else if (!isFilledTemplate(template))
    report('invalid-format', where, {
      value: template,
      expected: 'plain text and "{name}"; only a match has "*" and "="',
    });
}

function checkGroups({ pattern, substitution }: RegexSubstitution, where: Location, report: Report): void {
  const wrong = wrongGroup(pattern, substitution);
  if (wrong) report('unknown-group', where, wrong);
}
