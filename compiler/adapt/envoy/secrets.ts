/** Certificates and authorities → Secrets. Private keys are never copied, wherever they stand. */
import { draft, type AnyDraft } from '../draft.ts';
import { toName, type TakeName } from '../names.ts';
import type { MakeRemark } from '../remark.ts';
import { placeOf, type Source } from '../source.ts';
import type { Messages } from '../../xds/index.ts';

type Certificate = Messages['envoy.extensions.transport_sockets.tls.v3.TlsCertificate'];
type Sds = Messages['envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig'];

export interface Secrets {
  readonly drafts: () => readonly AnyDraft[];
  /** The name of the Secret of a certificate. */
  readonly certificate: (certificate: Certificate, wish: string, at: Source) => string;
  readonly authority: (file: string, wish: string, at: Source) => string;
  /** The Secret of something that Envoy got over SDS. */
  readonly served: (sds: Sds, type: 'tls-certificate' | 'certificate-authority', at: Source) => string;
}

export function createSecrets(take: TakeName, namespace: string | undefined, remark: MakeRemark): Secrets {
  const made = new Map<string, AnyDraft>();
  const add = (key: string, wish: string, file: object, type: 'tls-certificate' | 'certificate-authority'): string => {
    const known = made.get(key);
    if (known) return known.metadata.name;
    const name = take(toName(wish));
    made.set(key, draft('Secret', { name, namespace }, { type, file: { ...FILES[type], ...file } }));
    return name;
  };
  return {
    drafts: () => [...made.values()],
    certificate: ({ certificate_chain, private_key }, wish, at) => {
      const [chain, key] = [certificate_chain?.filename, private_key?.filename];
      const isWhole = chain !== undefined && key !== undefined;
      if (isWhole) remark('incomplete', placeOf(at), FROM_FILE, FROM_FILE_HELP);
      else remark('incomplete', placeOf(at), INLINE, INLINE_HELP);
      const file = isWhole ? { certificateChain: chain, privateKey: key } : pairOf(wish);
      return add(JSON.stringify(isWhole ? [chain, key] : [wish]), wish, file, 'tls-certificate');
    },
    authority: (file, wish, at) => {
      remark('incomplete', placeOf(at), FROM_FILE, FROM_FILE_HELP);
      return add(file, wish, { value: file }, 'certificate-authority');
    },
    served: ({ name = 'secret' }, type, at) => {
      remark('incomplete', placeOf(at), `nobody says where the secret "${name}" comes from`, INLINE_HELP);
      const file = type === 'tls-certificate' ? pairOf(name) : { value: `${toName(name)}.pem` };
      return add(`sds ${name}`, name, file, type);
    },
  };
}

const FILES = { 'tls-certificate': {}, 'certificate-authority': {} } as const;

const pairOf = (wish: string) => ({ certificateChain: `${toName(wish)}.crt`, privateKey: `${toName(wish)}.key` });

const FROM_FILE = 'the relay reads the files of a certificate, not Envoy';
const FROM_FILE_HELP = 'put the files where the relay finds its secrets, and correct their paths in the Secret';
const INLINE = 'a certificate stands in the configuration, and its private key is not copied';
const INLINE_HELP = 'put certificate and key where the relay finds its secrets, and correct their paths in the Secret';
