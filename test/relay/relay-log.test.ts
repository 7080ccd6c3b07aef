import { describe, expect, test } from 'vitest';
import { createLog, toText } from '../../relay/log.ts';

describe('a log', () => {
  const logged = (format: 'json' | 'text'): string => {
    const lines: string[] = [];
    const log = createLog({ format, write: (line) => lines.push(line) });
    log.debug('not this');
    log.warn({ gateway: 'default/edge', times: 2, reason: 'no "answer" came' }, 'the bucket is away');
    return lines.join('');
  };

  test('is JSON lines by default', () => {
    const line = JSON.parse(logged('json'));
    expect(line).toMatchObject({ level: 'warn', gateway: 'default/edge', times: 2, msg: 'the bucket is away' });
    expect(Date.parse(line.time)).not.toBeNaN();
  });

  test('is one line for people as text', () => {
    expect(logged('text')).toMatch(
      /^\d\d:\d\d:\d\d\.\d{3} warn  the bucket is away gateway=default\/edge times=2 reason="no \\"answer\\" came"\n$/,
    );
  });

  test('never breaks a line in two, whatever it is told', () => {
    const line = JSON.stringify({ time: new Date(0).toISOString(), level: 'info', msg: 'one\ntwo', field: 'a\nb' });
    expect(toText(line)).toBe('00:00:00.000 info  one\\u000atwo field="a\\nb"\n');
  });

  test('never speaks to the terminal', () => {
    const line = JSON.stringify({
      time: new Date(0).toISOString(),
      level: 'info',
      msg: '\u001b[2J',
      field: '\u009b2J',
    });
    expect(toText(line)).toBe('00:00:00.000 info  \\u001b[2J field=\\u009b2J\n');
  });
});
