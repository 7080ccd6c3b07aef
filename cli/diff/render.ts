/** Changes of gateways as a person reads them. */
import { printable } from '../../compiler/diagnostics/render/printable.ts';
import type { Paint } from '../output.ts';
import { markOf } from '../../compiler/diff/marks.ts';
import { paintLines, unifiedLines } from '../unified.ts';
import type { GatewayChanges, ResourceChange } from '../../compiler/diff/compare.ts';
import { fieldChanges, type FieldChange } from '../../compiler/diff/fields.ts';
import { countChanges } from '../../compiler/diff/json.ts';
import { readable } from '../../compiler/diff/readable.ts';

export interface DiffTextOptions {
  readonly paint: Paint;
  /** `short` leaves out what would fill pages. */
  readonly length: 'short' | 'full';
}

/**
 * First the counts, then each resource:
 *
 *   default/edge: 1 added, 1 changed, 0 removed, 3 unchanged
 *   + cluster default/search@0b1c2d3e
 *   ~ listener http (patched by default/fine-tuning)
 *   ~ route http
 *       virtual_hosts[default/shop].routes[1].route.timeout: "15s" → "30s"
 *       @@ -38,5 +38,5 @@
 *       ...
 */
export const diffLines = (gateways: readonly GatewayChanges[], options: DiffTextOptions): readonly string[] =>
  gateways.flatMap(({ gateway, resources, unchanged }) => {
    const { added, changed, removed } = countChanges(resources);
    const counts = `${added} added, ${changed} changed, ${removed} removed, ${unchanged} unchanged`;
    return [
      `${options.paint.strong(printable(gateway))}: ${counts}`,
      ...resources.flatMap((change) => resourceLines(change, options)),
    ];
  });

const SIGN: Readonly<Record<ResourceChange['change'], string>> = { added: '+', removed: '-', changed: '~' };

function resourceLines(change: ResourceChange, { paint, length }: DiffTextOptions): readonly string[] {
  const { kind, name, previousName, patchedBy, patchedBefore, before, after } = change;
  const mark = change.change === 'removed' ? markOf(patchedBefore) : markOf(patchedBy, patchedBefore);
  const renamed = previousName === undefined ? '' : `, before ${previousName}`;
  const colour = { added: paint.good, removed: paint.bad, changed: paint.note }[change.change];
  const head = colour(`${SIGN[change.change]} ${kind} ${printable(name + renamed + mark)}`);
  if (!before || !after) return [head];
  const [old, now] = [readable(change, before()), readable(change, after())];
  const fields = fieldChanges(old, now).map((field) => fieldLine(field, length));
  const lines = paintLines(unifiedLines({ before: pretty(old), after: pretty(now) }, 2), paint);
  return [head, ...cut(fields, FIELDS_SHOWN, length), ...cut(lines, LINES_SHOWN, length)].map((line, index) =>
    index === 0 ? line : `    ${line}`,
  );
}

const FIELDS_SHOWN = 12;
const LINES_SHOWN = 60;
const VALUE_SHOWN = 60;

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const cut = (lines: readonly string[], most: number, length: DiffTextOptions['length']): readonly string[] =>
  length === 'full' || lines.length <= most
    ? lines
    : [...lines.slice(0, most), `… ${lines.length - most} more; --full shows all`];

/** `spec.timeout: "15s" → "30s"`. */
export function fieldLine({ path, change, before, after }: FieldChange, length: DiffTextOptions['length']): string {
  const shown = (value: unknown): string => {
    const text = JSON.stringify(value);
    return length === 'full' || text.length <= VALUE_SHOWN ? text : `${text.slice(0, VALUE_SHOWN)}…`;
  };
  if (change === 'changed') return printable(`${path}: ${shown(before)} → ${shown(after)}`);
  return printable(`${path}: ${change} ${shown(change === 'added' ? after : before)}`);
}
