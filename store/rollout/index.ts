/** Rollouts: which node gets which release, and how that goes on. */
export { advanceRollout, advanceRollouts, commandRollout, type Advance, type AdvanceOptions } from './advance.ts';
export { assign, attemptOf, isHeld, type Offer, type RolloutNode } from './assign.ts';
export { bakeSecondsOf, MAX_DISCONNECTED_SECONDS, MAX_SILENT_SECONDS } from './bake.ts';
export { command, type CommandResult, type RolloutCommand } from './command.ts';
export { lifetimeOf, mergeReports, type DatedReport, type FleetView } from './fleet.ts';
export type { Evidence } from './judge.ts';
export { createRolloutCache, lookAtFleet, lookAtHead, releaseOf, type HeadRelease, type RolloutCache } from './look.ts';
export { parseReport, parseRollout } from './parse.ts';
export { changeRollout, readReports, readRollout, writeRollout, type HeldRollout, type ReportCache } from './read.ts';
export { prometheusQuery, type PrometheusOptions } from './prometheus.ts';
export * from './report.ts';
export * from './state.ts';
export { stepRollout, type Observation } from './step.ts';
