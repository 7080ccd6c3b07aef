/** The reference as one page of HTML that loads nothing: what operations there are, their parameters, bodies and answers. */

export function referencePage(description: object): string {
  const { info, paths } = description as Description;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags))];
  const sections = tags.map((tag) => {
    const own = operations.filter(({ operation }) => operation.tags.includes(tag));
    return `<h2 id="${escape(tag)}">${escape(tag)}</h2>${own.map(operationHtml).join('')}`;
  });
  const links = tags.map((tag) => `<a href="#${escape(tag)}">${escape(tag)}</a>`).join(' · ');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(info.title)} API</title><style>${STYLE}</style></head>
<body><h1>${escape(info.title)} API</h1><p>${escape(info.description)}</p>
<p>Version ${escape(info.version)}; for programs: <a href="openapi.json">openapi.json</a></p><nav>${links}</nav>
${sections.join('\n')}</body></html>
`;
}

/** The part of the description that is shown. */
interface Description {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

interface Operation {
  readonly tags: readonly string[];
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly { name: string; in: string; description: string; schema: object }[];
  readonly requestBody?: { readonly description: string; readonly content: object };
  readonly responses: Readonly<Record<string, { readonly description?: string; readonly $ref?: string }>>;
}

interface Entry {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}

function operationHtml({ path, method, operation }: Entry): string {
  const { operationId, summary, description, parameters = [], requestBody, responses } = operation;
  const rows = parameters.map(
    (one) =>
      `<tr><td><code>${escape(one.name)}</code></td><td>${escape(one.in)}</td><td>${inline(one.description)}</td><td><code>${escape(JSON.stringify(one.schema))}</code></td></tr>`,
  );
  const answers = Object.entries(responses)
    .filter(([, { $ref }]) => $ref === undefined)
    .map(([status, answer]) => `<li><b>${escape(status)}</b> ${inline(answer.description ?? '')}</li>`);
  return `<details id="${escape(operationId)}"><summary><b>${escape(method.toUpperCase())}</b> <code>${escape(path)}</code> ${escape(summary)}</summary>
${description === undefined ? '' : `<p>${inline(description)}</p>`}${rows.length > 0 ? `<table>${rows.join('')}</table>` : ''}
${requestBody ? `<p>Body: ${inline(requestBody.description)} (${escape(Object.keys(requestBody.content).join(', '))})</p>` : ''}<ul>${answers.join('')}</ul></details>
`;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const inline = (text: string): string => escape(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
code{font-size:.9em}details{border-top:1px solid #8884;padding:.4rem 0}summary{cursor:pointer}
table{border-collapse:collapse;width:100%}td{border-top:1px solid #8884;padding:.2rem .5rem;vertical-align:top}
@media(prefers-color-scheme:dark){body{background:#111;color:#ddd}a{color:#8cf}}`;
