/** What a `validate` rule has become: a function from a value to what is wrong with it. */

/** Which rule a value breaks, for example `string.min_len`, and the sentence's end: `must not be empty`. */
export interface Problem {
  readonly rule: string;
  readonly message: string;
}

/** The value is of the right type already: structure is checked before rules. */
export type Check = (value: unknown) => Problem | undefined;

/** The settings of one kind of rule, as the table holds them. */
export type RuleSettings = Readonly<Record<string, unknown>>;

/** A check from a predicate that tells whether a value is fine. */
export function checkThat(rule: string, message: string, isFine: (value: unknown) => boolean): Check {
  const problem = { rule, message };
  return (value) => (isFine(value) ? undefined : problem);
}

/** The first problem that any of the checks finds; nothing if there are no checks. */
export function firstOf(checks: readonly Check[]): Check | undefined {
  if (checks.length <= 1) return checks[0];
  return (value) => {
    for (const check of checks) {
      const problem = check(value);
      if (problem) return problem;
    }
    return undefined;
  };
}

/** The checks of those settings that are present. */
export function checksOf(settings: RuleSettings, rules: ReadonlyMap<string, (setting: unknown) => Check>): Check[] {
  return Object.entries(settings).flatMap(([name, setting]) => rules.get(name)?.(setting) ?? []);
}
