/** What is wrong with a text, before it is known where in which file the text stands. */
import type { Location } from '../diagnostics/location.ts';
import type { Report } from '../diagnostics/report.ts';
import type { Span } from './document.ts';

/**
 * A mistake in a text that can be reported again and again: whenever an unchanged text is met, in the same file or
 * after the text around it has moved.
 */
export type Finding = (report: Report, locate: (span: Span) => Location) => void;

/** What a text gives: the value of its document, or why there is none. */
export type Reading = { readonly value: unknown } | { readonly findings: readonly Finding[] };

/** Values must not stand inside of each other more often; gateway documents stay below 20. */
export const MAX_DEPTH = 100;
