import { pointerSegment } from '../../diagnostics/location.ts';
import { operatorProblem } from './operators.ts';

export interface OperatorMistake {
  readonly pointer: string;
  readonly text: string;
  readonly problem: string;
}

/** What is wrong with the command operators in the texts of a JSON value, at any depth. */
export function* operatorMistakes(value: unknown, pointer: string): Iterable<OperatorMistake> {
  if (typeof value === 'string') {
    const problem = operatorProblem(value);
    if (problem !== undefined) yield { pointer, text: value, problem };
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) yield* operatorMistakes(child, pointer + pointerSegment(key));
}
