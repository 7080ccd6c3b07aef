/** As much of a browser as a login needs: it keeps cookies, follows redirects and fills in forms. */
import { request, type ClientResponse } from '../../servers/http-client.ts';

export interface Page extends ClientResponse {
  /** Where the redirects ended. */
  readonly url: URL;
  /** The addresses that were visited, in order. */
  readonly visited: readonly URL[];
}

export interface Browser {
  /** Goes to an address and follows redirects. */
  readonly open: (url: string, headers?: Readonly<Record<string, string>>) => Promise<Page>;
  /** Sends the form of a page, with what its fields hold and these values. */
  readonly submit: (page: Page, values: Readonly<Record<string, string>>) => Promise<Page>;
  /** The names of the cookies that a host has set. */
  readonly cookies: (host: string) => readonly string[];
  readonly forget: (host: string, cookie: string) => void;
}

/** @param portOf the port on 127.0.0.1 where a host's server listens */
export function createBrowser(portOf: (url: URL) => number): Browser {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = ({ host }: Pick<URL, 'host'>): Map<string, string> => {
    const jar = jars.get(host) ?? new Map<string, string>();
    jars.set(host, jar);
    return jar;
  };

  const visit = async (start: URL, first: Sent): Promise<Page> => {
    const visited: URL[] = [];
    let sent = first;
    for (let url = start; visited.length < MOST_REDIRECTS;) {
      visited.push(url);
      const cookie = [...jarOf(url)].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await request({
        port: portOf(url),
        host: url.host,
        path: url.pathname + url.search,
        ...sent,
        headers: { ...sent.headers, ...(cookie && { cookie }) },
      });
      for (const line of response.headers.getSetCookie()) keep(jarOf(url), line);
      const location = response.headers.get('location');
      if (location === null) return { ...response, url, visited };
      sent = { headers: {} };
      url = new URL(location, url);
    }
    throw new Error(`redirected too often: ${visited.join(' ')}`);
  };

  return {
    open: (url, headers = {}) => visit(new URL(url), { headers }),
    submit: (page, values) => {
      const action = /<form[^>]* action="([^"]+)"/.exec(page.body)?.[1] ?? '';
      const fields = [...page.body.matchAll(/<input[^>]* name="([^"]+)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']): [string, string] => [name, value],
      );
      const body = new URLSearchParams({ ...Object.fromEntries(fields), ...values }).toString();
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      return visit(new URL(action, page.url), { method: 'POST', headers, body });
    },
    cookies: (host) => [...jarOf({ host }).keys()].toSorted(),
    forget: (host, cookie) => void jarOf({ host }).delete(cookie),
  };
}

const MOST_REDIRECTS = 20;

interface Sent {
  readonly method?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A cookie that has ended is taken away; other attributes do not matter here. */
function keep(jar: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(/;\s*/);
  const name = pair.slice(0, pair.indexOf('='));
  const hasEnded = attributes.some(
    (attribute) => /^max-age=0$/i.test(attribute) || /^expires=thu, 01 jan 1970/i.test(attribute),
  );
  if (hasEnded) jar.delete(name);
  else jar.set(name, pair.slice(name.length + 1));
}
