/** What a running Enroute has, by its own REST API. */
import { EXIT } from '../exit-codes.ts';
import { Failure, reasonOf } from '../failure.ts';

export interface EnrouteAddress {
  /** Such as `http://enroute-cp:1323`. */
  readonly url: string;
  /** Its `WEBAPP_SECRET`; nothing if it has none. */
  readonly secret?: string;
}

/** The whole tree of proxies, as JSON. It holds keys in clear, so that nobody is to be shown it. @throws Failure */
export async function readEnrouteDump({ url, secret }: EnrouteAddress): Promise<string> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new Failure(`--url: ${JSON.stringify(url)} is no http or https URL`, { exit: EXIT.usage });
  const address = `${url.replace(/\/$/, '')}/proxy/dump`;
  try {
    const response = await fetch(address, {
      headers: secret === undefined ? {} : { authorization: `Bearer ${secret}` },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.ok) return await response.text();
    throw new Failure(`${address} answers ${response.status}`, {
      exit: EXIT.unreachable,
      help:
        response.status === 401 ? 'name the variable that holds its WEBAPP_SECRET: --secret-environment' : undefined,
    });
  } catch (error) {
    if (error instanceof Failure) throw error;
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw new Failure(`${address} cannot be read: ${reasonOf(cause)}`, { exit: EXIT.unreachable, cause: error });
  }
}

const TIMEOUT_MS = 60_000;
