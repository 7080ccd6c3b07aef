/** Whom a relay would serve: what is unsafe must have been said in so many words. */
import { isLoopback, type ListenAddress } from './address.ts';
import type { OptionMistake, RelayOptions } from './options.ts';

/** Whoever connects without a certificate reads all bundles. */
export function securityMistakes({ tls, insecureListen }: RelayOptions, listen: ListenAddress): OptionMistake[] {
  if (tls?.clientAuthorities === undefined && !insecureListen && !isLoopback(listen)) {
    const message =
      `without client certificates the relay listens on this machine only, and "${listen.host}" can be reached from others; ` +
      'give it a certificate (tls) and say who signs those of its Envoys (clientAuthorities), or say that this is meant ' +
      '(insecureListen)';
    return [{ option: 'listen', message }];
  }
  return [];
}

/** Whoever connects with a certificate, and without a policy, gets all secrets. */
export function policyMistakes({ tls, nodePolicy, insecureAnyNode }: RelayOptions): OptionMistake[] {
  const option = insecureAnyNode ? 'insecureAnyNode' : 'nodePolicy';
  const isAnybodyAsked = tls?.clientAuthorities !== undefined;
  if (!isAnybodyAsked && (insecureAnyNode || nodePolicy !== undefined)) {
    const message =
      'it is about client certificates, and nobody is asked for one; say who signs them (clientAuthorities)';
    return [{ option, message }];
  }
  if (insecureAnyNode && nodePolicy !== undefined)
    return [{ option, message: 'a policy says which nodes they may be (nodePolicy); leave out one of both' }];
  if (!isAnybodyAsked || insecureAnyNode || nodePolicy !== undefined) return [];
  const message =
    'without it any client certificate would get all that any node of any gateway gets, its secrets too; name the file that ' +
    'says which certificates may be which nodes ("enroutectl certificates" writes one for those that it makes), or say that ' +
    'this is meant (insecureAnyNode)';
  return [{ option, message }];
}
