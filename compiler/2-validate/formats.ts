/** Checks of texts that a JSON Schema cannot express, by the `format` that the schemas name. */
import type { DocumentLocation } from '../diagnostics/location.ts';
import type { Report } from '../diagnostics/report.ts';
import { isCidr, isIpAddress } from './formats/address.ts';
import { checkCel } from './formats/cel.ts';
import { isWasmModule } from './formats/base64.ts';
import { checkCertificates, checkRevocationLists } from './formats/certificate.ts';
import { isPhase, PHASES } from '../filters/phases.ts';
import { checkDescriptorSet } from './formats/descriptor-set.ts';
import { checkHeaderValue, checkLogLine } from './formats/header.ts';
import { isChangeableHeader, isHeaderName } from './formats/header-name.ts';
import { checkKeySet } from './formats/key-set.ts';
import { checkLua } from './formats/lua.ts';
import { isHostname, isHostnamePattern, isHttpUri } from './formats/name.ts';
import { isPathTemplate } from './formats/path-template.ts';
import { isPrime } from './formats/prime.ts';
import {
  isDuration,
  isMemorySize,
  isPositiveDuration,
  isPositiveSize,
  isSize,
  isTcpTime,
  isWindowSize,
} from './formats/quantity.ts';
import { checkRegex } from './formats/regex.ts';
import { isStatusRange } from './formats/status-range.ts';
import { checkTagRegex } from './formats/tag-regex.ts';

/** Reports what is wrong with a text, if anything is. */
export type Check = (value: string | number, at: DocumentLocation, report: Report) => void;

const form =
  (fits: (text: string) => boolean, expected: string): Check =>
  (value, at, report) => {
    if (!fits(String(value))) report('invalid-format', at, { value, expected });
  };

export const FORMATS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['duration', form(isDuration, 'a time such as "250ms", "15s" or "1h30m": 0, or between 1 millisecond and 100 years')],
  [
    'positive-duration',
    form(isPositiveDuration, 'a time such as "250ms", "15s" or "1h30m", between 1 millisecond and 100 years'),
  ],
  ['size', form(isSize, 'a number of bytes such as "64KiB", less than 4 GiB')],
  ['positive-size', form(isPositiveSize, 'a number of bytes such as "64KiB", more than 0 and less than 4 GiB')],
  [
    'status-range',
    form(isStatusRange, 'a status code from 100 to 599, or a range such as "200-299", the smaller one first'),
  ],
  ['prime', form((text) => isPrime(Number(text)), 'a prime number, such as 65537 or 655373')],
  ['tcp-time', form(isTcpTime, 'a time in whole seconds such as "30s" or "2h", up to 32767 seconds')],
  ['window-size', form(isWindowSize, 'a number of bytes such as "256KiB", at least 65535 and less than 2 GiB')],
  ['memory-size', form(isMemorySize, 'a number of bytes such as "8GiB", more than 0')],
  [
    'host',
    form((text) => isHostname(text) || isIpAddress(text), 'a host name or an IP address, without scheme and port'),
  ],
  ['ip-address', form(isIpAddress, 'an IPv4 or IPv6 address; for a host name use "dns"')],
  ['cidr', form(isCidr, 'a range such as "10.0.0.0/8" or "2001:db8::/32", or one address')],
  ['hostname', form(isHostname, 'a host name such as "shop.example.com", without scheme, port and path')],
  [
    'hostname-pattern',
    form(isHostnamePattern, 'a host name, "*." before a host name, or "*"; no scheme, port or path'),
  ],
  ['header-name', form(isHeaderName, 'a header name: letters, digits and "-", no spaces and no colon at the end')],
  ['changeable-header', form(isChangeableHeader, 'a header name other than Host and those that begin with ":"')],
  ['http-uri', form(isHttpUri, 'an address that begins with "http://" or "https://"')],
  [
    'path-template',
    form(
      isPathTemplate,
      'segments that are plain text, "*", "{name}" or "{name=*}"; "**" only at the end; names once each',
    ),
  ],
  ['descriptor-set', checkDescriptorSet],
  ['phase', form(isPhase, `a phase, one of ${PHASES.map(([name]) => name).join(', ')}`)],
  ['wasm', form(isWasmModule, 'a WebAssembly module, in base64 with padding, in one line')],
  ['header-value', checkHeaderValue],
  ['log-line', checkLogLine],
  ['regex', checkRegex],
  ['tag-regex', checkTagRegex],
  ['cel', checkCel],
  ['lua', checkLua],
  ['pem-certificates', checkCertificates],
  ['pem-revocation-lists', checkRevocationLists],
  ['jwks', checkKeySet],
]);
