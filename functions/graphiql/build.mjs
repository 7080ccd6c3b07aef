/**
 * Makes one page of GraphiQL and all that it needs. It asks nobody but the API for anything: so it works where there is no
 * way out, and a token that somebody writes into it stays where it is.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/** @param {string} folder where `graphiql.html` is written */
export async function buildGraphiql(folder) {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'page.mjs')],
    bundle: true,
    minify: true,
    write: false,
    outdir: folder,
    platform: 'browser',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.ttf': 'dataurl', '.woff': 'dataurl', '.woff2': 'dataurl' },
    logLevel: 'error',
  });
  const textOf = (ending) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'graphiql.html'), page(textOf('.css'), inScript(textOf('.js'))));
}

/** What would end a script, or hide its end, stands in texts and expressions only, where it can be written otherwise. */
const inScript = (code) => code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\x21--');

const page = (style, script) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Enroute: GraphiQL</title>
<style>html, body { height: 100%; margin: 0 }
${style}</style>
<body></body>
<script>${script}</script>
</html>
`;
