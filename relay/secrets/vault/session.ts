/** The relay's token at a vault, for as long as the relay runs: got when it is needed, renewed before it ends. */
import { failed, type Failure } from '../provider.ts';
import { askVault, type VaultAnswer, type VaultRequest } from './api.ts';
import { isTaken, logIn, renew, type Login, type VaultToken } from './login.ts';

export interface VaultSession {
  /** Asks with the relay's token. A vault that denies what it allowed before is asked once more with a new token. */
  ask(request: Omit<VaultRequest, 'token'>, signal: AbortSignal): Promise<VaultAnswer | Failure>;
  close(): void;
}

/** A token is renewed after this share of its time. */
const RENEWAL_SHARE = 2 / 3;
/** A token whose time is up is not waited for longer than this, in milliseconds. */
const LOGIN_TIMEOUT_MS = 10_000;
/** Node's timers take no more than 24 days. */
const LONGEST_TIMER_MS = 86_400_000;

export function openSession(login: Login): VaultSession {
  const closed = new AbortController();
  let current: VaultToken | undefined;
  let gettingOne: Promise<VaultToken | Failure> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const keep = (token: VaultToken): VaultToken => {
    current = token;
    clearTimeout(timer);
    const { leaseMs } = token;
    if (leaseMs === undefined || closed.signal.aborted) return token;
    timer = setTimeout(() => void prolong(token), Math.min(leaseMs * RENEWAL_SHARE, LONGEST_TIMER_MS)).unref();
    return token;
  };
  /** What cannot be renewed is replaced. */
  const prolong = async (token: VaultToken): Promise<void> => {
    const renewed = token.isRenewable ? await renew(login, token, signalFor(closed.signal)) : undefined;
    if (current !== token) return;
    // A token at the end of its longest life is prolonged by ever less.
    if (renewed?.leaseMs !== undefined && renewed.leaseMs > (token.leaseMs ?? 0) / 2) keep(renewed);
    else {
      current = undefined;
      if (!closed.signal.aborted) await tokenNow();
    }
  };
  const getOne = async (): Promise<VaultToken | Failure> => {
    // Whoever asked first may go away before the others.
    const token = await logIn(login, signalFor(closed.signal));
    return token.status === 'token' ? keep(token) : token;
  };
  /** One login at a time, however many questions wait for it. */
  const tokenNow = (): Promise<VaultToken | Failure> => {
    if (current) return Promise.resolve(current);
    gettingOne ??= getOne().finally(() => (gettingOne = undefined));
    return gettingOne;
  };

  return {
    async ask(request, signal) {
      const token = await tokenNow();
      if (token.status === 'failed') return token;
      const answer = await askVault(login.server, { ...request, token: token.token }, signal);
      if (answer.status !== 'denied') return answer;
      const denial = failed('unavailable', `the vault does not allow the relay "${request.path}"`);
      if (await isTaken(login, token, signal)) return denial;
      if (current === token) current = undefined;
      const other = await tokenNow();
      if (other.status === 'failed') return other;
      const again = await askVault(login.server, { ...request, token: other.token }, signal);
      return again.status === 'denied' ? denial : again;
    },
    close() {
      closed.abort();
      clearTimeout(timer);
    },
  };
}

const signalFor = (closed: AbortSignal): AbortSignal =>
  AbortSignal.any([closed, AbortSignal.timeout(LOGIN_TIMEOUT_MS)]);
