/** Asks a provider for one secret, as the relay does. */
import type { SecretReference } from '../../../compiler/5-pack/bundle.ts';
import type { Resolution, SecretProvider } from '../../../relay/secrets/provider.ts';

export const referenceTo = (
  provider: SecretReference['provider'],
  type: SecretReference['type'] = 'generic',
  name = 'shop/a',
): SecretReference => ({ name, type, provider });

export const resolve = (provider: SecretProvider, reference: SecretReference): Promise<Resolution> =>
  provider.resolve(reference, AbortSignal.timeout(10_000));

/** What a secret says: its text, or its certificates and key. */
export function textOf(resolution: Resolution): string {
  if (resolution.status === 'failed') return `${resolution.reason}: ${resolution.message}`;
  const { material } = resolution;
  switch (material.type) {
    case 'tls-certificate':
      return `${material.certificateChain}${material.privateKey.expose()}`;
    case 'certificate-authority':
      return material.certificates;
    case 'generic':
      return new TextDecoder().decode(material.value.expose());
    default:
      return material.lines.expose();
  }
}
