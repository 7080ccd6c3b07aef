/** Pieces of HTML. */

export const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A text of which parts stand between backticks. */
export const inline = (text: string): string => escape(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');

export const code = (text: string): string => `<code>${escape(text)}</code>`;

/** @param rows cells that are HTML already; none: nothing */
export const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  rows.length === 0
    ? ''
    : `<table><tr>${headings.map((heading) => `<th>${heading}</th>`).join('')}</tr>${rows
        .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
        .join('')}</table>`;

/**
 * What is shown when somebody opens it, or follows a link to it: the name stands inside, since browsers open what a link leads into.
 * @param summary and @param content HTML
 */
export const foldable = (name: string, summary: string, content: string): string =>
  `<details><summary>${summary}</summary><div id="${escape(name)}">${content}</div></details>\n`;
