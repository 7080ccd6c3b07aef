/** Rollouts: which node gets which release, and how that goes on. */
export { assign, attemptOf, type Offer, type RolloutNode } from './assign.ts';
export { command, type CommandResult, type RolloutCommand } from './command.ts';
export { lifetimeOf, mergeReports, type DatedReport, type FleetView } from './fleet.ts';
export type { Evidence } from './judge.ts';
export { parseReport, parseRollout } from './parse.ts';
export { changeRollout, readReports, readRollout, writeRollout, type HeldRollout, type ReportCache } from './read.ts';
export * from './report.ts';
export * from './state.ts';
export { bakeSecondsOf, MAX_DISCONNECTED_SECONDS, MAX_SILENT_SECONDS, stepRollout, type Observation } from './step.ts';
