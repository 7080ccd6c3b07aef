#!/usr/bin/env node
/** The process `enroutectl`. */
import { EXIT } from './exit-codes.ts';
import { reasonOf } from './failure.ts';
import { createHost } from './process-host.ts';
import { run } from './program.ts';

// A reader that has seen enough, such as `head`, closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

// What no command has caught is a bug; it too ends in a sentence.
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => {
    const stack = error instanceof Error && process.env['ENROUTE_DEBUG'] ? error.stack : undefined;
    process.stderr.write(`error: enroutectl has failed, and should not have: ${stack ?? reasonOf(error)}\n`);
    process.exit(EXIT.bug);
  });
}

const exit = await run(process.argv.slice(2), createHost(process));
process.stdout.write('', () => process.exit(exit));
