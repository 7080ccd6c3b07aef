/** Secrets: references to where the user puts what Enroute kept. */
import { placeOf, type Source } from '../source.ts';
import { draft, type WrittenSpec } from '../draft.ts';
import type { Conversion } from './context.ts';
import type { EnrouteDelegation } from './model.ts';

type SecretType = 'tls-certificate' | 'certificate-authority';

export interface Secrets {
  /** How a document of a namespace names the Secret that stands for one of Kubernetes, as `name` or `namespace/name`. */
  readonly reference: (text: string, from: string, type: SecretType, source: Source) => string;
}

export function createSecrets(conversion: Conversion, delegations: readonly EnrouteDelegation[]): Secrets {
  const known = new Map<string, string>();
  const { remark, add, nameOf, namespaceOf, reference } = conversion;
  return {
    reference: (text, from, type, source) => {
      const [name = '', namespace = from] = text.split('/').toReversed();
      if (namespace !== from && !isLent(delegations, namespace, name, from))
        remark('approximated', placeOf(source), `no TLSCertificateDelegation lends "${text}" to this namespace`, LENT);
      const key = `${type} ${namespace}/${name}`;
      const before = known.get(key);
      if (before !== undefined) return reference(from, namespace, before);
      const given = nameOf('Secret', namespace, type === 'tls-certificate' ? name : `${name}-ca`);
      known.set(key, given);
      const folder = `/etc/enroute/secrets/${namespace}/${name}`;
      const comments = new Map([['/spec/file', `The files of the Kubernetes Secret ${namespace}/${name}.`]]);
      add(
        draft(
          'Secret',
          { name: given, namespace: namespaceOf(namespace) },
          { type, file: FILES[type](folder) },
          { comments },
        ),
      );
      remark(
        'incomplete',
        placeOf(source),
        `the files of the Secret "${namespace}/${name}" are not carried over`,
        FILES_HELP,
      );
      return reference(from, namespace, given);
    },
  };
}

const FILES: Readonly<Record<SecretType, (folder: string) => WrittenSpec<'Secret'>['file']>> = {
  'tls-certificate': (folder) => ({ certificateChain: `${folder}/tls.crt`, privateKey: `${folder}/tls.key` }),
  'certificate-authority': (folder) => ({ value: `${folder}/ca.crt` }),
};

const LENT = 'Enroute would refuse the host; here a Secret may be named from every namespace';
const FILES_HELP = "put them where the relay reads them, and name that place in the Secret's document";

const isLent = (delegations: readonly EnrouteDelegation[], namespace: string, secret: string, to: string): boolean =>
  delegations.some(
    (delegation) =>
      delegation.namespace === namespace &&
      delegation.secret === secret &&
      delegation.targets.some((target) => target === '*' || target === to),
  );
