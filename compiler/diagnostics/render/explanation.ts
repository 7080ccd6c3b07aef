/** What a code means, as Markdown that also reads well in a terminal. */
import { CATALOG, entryOf, isCode, type Code } from '../catalog.ts';

/** The codes in alphabetical order. */
export const codes = (): readonly Code[] => Object.keys(CATALOG).filter(isCode).sort();

/** One code: what it means, why, how to cure it, wrong and right. What `enroutectl explain CODE` prints. */
export const explain = (code: Code): string => {
  const { severity, title, explanation } = entryOf(code);
  const { meaning, reason, cure, example } = explanation;
  return `## ${code}

**${severity}**: ${title}

${meaning}

**Why**: ${reason}

**Cure**: ${cure}

Wrong:

\`\`\`yaml
${example.wrong}
\`\`\`

Right:

\`\`\`yaml
${example.right}
\`\`\`
`;
};
