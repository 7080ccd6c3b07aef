import type { Check } from '../formats.ts';
import { operatorProblem } from './operators.ts';

/** Characters that HTTP forbids in a value: all control characters but the tab. */
const FORBIDDEN = /[^\t\u0020-\u007e\u0080-\uffff]/;

/** A value without line breaks whose percent signs are operators or doubled. */
export const checkHeaderValue: Check = (value, at, report) => {
  if (FORBIDDEN.test(String(value)))
    report('invalid-format', at, { value, expected: 'text without line breaks and other control characters' });
  else checkLogLine(value, at, report);
};

/** A text whose percent signs are operators or doubled. */
export const checkLogLine: Check = (value, at, report) => {
  const text = String(value);
  const problem = operatorProblem(text);
  if (problem !== undefined) report('invalid-operator', at, { text, problem });
};
