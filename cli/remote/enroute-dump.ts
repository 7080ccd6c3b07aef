/** What a running Enroute has, by its own REST API. */
import { EXIT } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import { isObject, objectsIn, textIn, type JsonObject } from './json.ts';
import { ANSWER_MS, unreachable } from './unreachable.ts';

export interface EnrouteAddress {
  /** Such as `http://enroute-cp:1323`. */
  readonly url: string;
  /** Its `WEBAPP_SECRET`; nothing if it has none. */
  readonly secret?: string;
}

export interface EnrouteDump {
  /** The tree of proxies, as the JSON that came. It holds keys in clear, so that nobody is to be shown it. */
  readonly text: string;
  readonly proxies: readonly unknown[];
}

const HELP = 'is the URL that of its REST API, such as http://enroute-cp:1323?';

/** The whole tree of proxies. @throws Failure if there is none, or it is not whole. */
export async function readEnrouteDump(enroute: EnrouteAddress): Promise<EnrouteDump> {
  const { address, text } = await read(enroute, '/proxy/dump');
  const proxies = rowsOf(dataIn(text, address), 'proxy');
  if (proxies) return { text, proxies };
  throw new Failure(`${address} answers otherwise than Enroute does`, { exit: EXIT.unreachable, help: HELP });
}

/** What can be listed by itself, with the field of its name. Secrets are left out of this: their lists hold keys. */
const LISTED = ['service', 'upstream', 'filter', 'globalconfig'] as const;

/** What is on no proxy, and so in no dump: `service old`. @throws Failure if it cannot be listed. */
export async function readUnused(enroute: EnrouteAddress, { proxies }: EnrouteDump): Promise<readonly string[]> {
  const used = namesIn(proxies);
  const lists = LISTED.map(async (thing) => {
    const { address, text } = await read(enroute, `/${thing}`);
    const names = (rowsOf(dataIn(text, address), thing) ?? []).flatMap((row) =>
      isObject(row) ? (textIn(row, `${thing}_name`) ?? []) : [],
    );
    return names.map((name) => `${thing} ${name}`).filter((each) => !used.has(each));
  });
  return (await Promise.all(lists)).flat();
}

/** `service shop` for each name at any depth. */
function namesIn(value: unknown): ReadonlySet<string> {
  if (Array.isArray(value)) return new Set(value.flatMap((item) => [...namesIn(item)]));
  if (!isObject(value)) return new Set();
  const own = LISTED.flatMap((thing) => {
    const name = textIn(value, `${thing}_name`);
    return name === undefined ? [] : [`${thing} ${name}`];
  });
  return new Set([...own, ...Object.values(value).flatMap((inner) => [...namesIn(inner)])]);
}

const rowsOf = (data: JsonObject, thing: string): readonly unknown[] | undefined => {
  const rows = data[`saaras_db_${thing}`];
  return Array.isArray(rows) ? rows : undefined;
};

/** What GraphQL has answered to Enroute, which hands it on. Half an answer is none. */
function dataIn(text: string, address: string): JsonObject {
  const answer = parsed(text);
  const errors = isObject(answer) ? objectsIn(answer, 'errors') : [];
  if (errors.length > 0)
    throw new Failure(
      [`${address} answers with errors:`, ...errors.map((error) => `  ${textIn(error, 'message') ?? ''}`)].join('\n'),
      { exit: EXIT.unreachable, help: 'nothing was changed; does its database answer?' },
    );
  if (isObject(answer) && isObject(answer['data'])) return answer['data'];
  throw new Failure(`${address} answers otherwise than Enroute does`, { exit: EXIT.unreachable, help: HELP });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Not JSON, or not all of it: then it is no answer either.
  }
}

async function read(
  { url, secret }: EnrouteAddress,
  path: string,
): Promise<{ readonly address: string; readonly text: string }> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new Failure(`--url: ${JSON.stringify(url)} is no http or https URL`, { exit: EXIT.usage });
  const address = `${url.replace(/\/$/, '')}${path}`;
  try {
    const response = await fetch(address, {
      headers: secret === undefined ? {} : { authorization: `Bearer ${secret}` },
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    if (response.ok) return { address, text: await response.text() };
    throw new Failure(`${address} answers ${response.status}`, {
      exit: EXIT.unreachable,
      help: STATUS_HELP.get(response.status),
    });
  } catch (error) {
    throw error instanceof Failure ? error : unreachable(address, error);
  }
}

const STATUS_HELP: ReadonlyMap<number, string> = new Map([
  [400, 'is WEBAPP_SECRET its own? --secret-environment names the variable that holds it'],
  [401, 'name the variable that holds its WEBAPP_SECRET: --secret-environment'],
  [404, HELP],
  [500, 'does its database answer?'],
]);
