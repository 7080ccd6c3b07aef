/** The reference as one page of HTML that loads nothing: each operation with an example, and each schema. */
import { escape, inline } from './html.ts';
import { operationHtml, type Operation } from './operations.ts';
import { schemasHtml, type Schema } from './schemas.ts';

/** @param description the API, in OpenAPI */
export function referencePage(description: object): string {
  const { info, paths, components } = description as Description;
  const schemas = new Map(Object.entries(components.schemas));
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags))];
  const sections = tags.map((tag) => {
    const own = operations.filter(({ operation }) => operation.tags.includes(tag));
    return `<h2 id="${escape(tag)}">${escape(tag)}</h2>\n${own.map((entry) => operationHtml(entry, schemas)).join('')}`;
  });
  const links = [...tags, 'Schemas'].map((tag) => `<a href="#${escape(tag)}">${escape(tag)}</a>`).join('\n');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(info.title)} API</title><style>${STYLE}</style></head>
<body><nav><b>${escape(info.title)} ${escape(info.version)}</b>${links}<a href="openapi.json">openapi.json</a></nav>
<main><h1>${escape(info.title)} API</h1><p>${inline(info.description)}</p>
<p>In examples <code>ENROUTE_API</code> is where it is called, such as <code>http://localhost:8080</code>. A <b>*</b> marks
what must be there.</p>
${sections.join('\n')}
<h2 id="Schemas">Schemas</h2>
${schemasHtml(schemas)}</main></body></html>
`;
}

/** The part of the description that is shown. */
interface Description {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const STYLE = `:root{color-scheme:light dark;--line:#8884;--soft:#8881}
body{font:15px/1.5 system-ui,sans-serif;margin:0;display:grid;grid-template-columns:13rem minmax(0,1fr)}
nav{position:sticky;top:0;height:100vh;box-sizing:border-box;overflow:auto;padding:1.5rem 1rem;border-right:1px solid var(--line)}
nav a,nav b{display:block;padding:.1rem 0;text-decoration:none}main{max-width:62rem;padding:0 2rem 4rem}
code,pre{font-family:ui-monospace,monospace;font-size:.88em}pre{background:var(--soft);padding:.7rem;overflow:auto;white-space:pre-wrap;overflow-wrap:anywhere}
details{border-top:1px solid var(--line);padding:.4rem 0}summary{cursor:pointer}summary span{opacity:.75;margin-left:.5rem}
summary b{display:inline-block;min-width:4.2rem}details>div{padding:.2rem 0 .6rem 1.2rem;scroll-margin-top:3rem}
.get{color:#2a7}.post{color:#27c}.put,.patch{color:#b70}.delete{color:#c33}
table{border-collapse:collapse;width:100%;margin:.6rem 0}th{text-align:left;font-weight:600}td,th{border-top:1px solid var(--line);padding:.2rem .5rem;vertical-align:top}
@media(max-width:50rem){body{display:block}nav{position:static;height:auto}nav a{display:inline-block;margin-right:.7rem}}`;
