/** Compiles once from nothing, then after changes, and writes the measurement as JSON: `run.js ROUTES CHANGES`. */
import { compile } from '../../compiler/compile.ts';
import { createCompileMemo } from '../../compiler/memo.ts';
import { changed, documents, type Change } from '../documents.ts';
import { measure, peakMemoryMb, type Usage } from '../usage.ts';
import type { CompileMeasurement } from './measurement.ts';
import { compileByStages } from './stages.ts';

const [routes = 0, changes = 0] = process.argv.slice(2).map(Number);
console.log(JSON.stringify(run()));

function run(): CompileMeasurement {
  const memo = createCompileMemo();
  const files = documents(routes);
  const { bundles, stages } = compileByStages(files, memo);
  const peak = peakMemoryMb();
  let current = files;
  const after = (change: Change): readonly Usage[] =>
    Array.from({ length: changes }, (_, generation) => {
      current = changed(current, change, generation);
      const { value, usage } = measure(() => compile(current, memo));
      if (value.bundles.length !== 1) throw new Error('the changed documents do not compile');
      return usage;
    });
  const sections = bundles.flatMap(({ manifest }) => manifest.sections);
  return {
    routes,
    resources: sections.reduce((total, section) => total + section.resources, routes),
    bytes: sections.flatMap(({ blocks }) => blocks).reduce((total, block) => total + block.bytes, 0),
    full: stages,
    peakMemoryMb: peak,
    changes: { route: after('route'), upstream: after('upstream') },
  };
}
