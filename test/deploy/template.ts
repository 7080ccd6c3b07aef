/** The template for AWS, as far as tests have to understand it. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import type { Statement } from '../servers/s3-users.ts';

export const TEMPLATE = fileURLToPath(new URL('../../docs/deploy/aws/template.yaml', import.meta.url));

export type Policy = 'ApiPolicy' | 'PublishPolicy' | 'RolloutPolicy' | 'RelayPolicy';

interface Template {
  readonly Resources: Readonly<
    Record<Policy, { readonly Properties: { readonly PolicyDocument: { readonly Statement: readonly Statement[] } } }>
  >;
}

/** What policies say with these parameters. */
export async function readPolicies(parameters: {
  readonly BucketName: string;
  readonly RelayIdentifier: string;
}): Promise<(policy: Policy) => readonly Statement[]> {
  const values = new Map([...Object.entries(parameters), ['AWS::Partition', 'aws']]);
  const sub = (text: string): string =>
    text.replaceAll(/\$\{([^}]+)\}/g, (all, name: string) => values.get(name) ?? all);
  const document = parseDocument(await readFile(TEMPLATE, 'utf8'), { customTags: [{ tag: '!Sub', resolve: sub }] });
  const { Resources }: Template = document.toJS();
  return (policy) => Resources[policy].Properties.PolicyDocument.Statement;
}
