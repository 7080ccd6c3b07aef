#!/usr/bin/env node
/** The process `enroutectl`. */
import { createHost } from './process-host.ts';
import { run } from './program.ts';

// A reader that has seen enough, such as `head`, closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const exit = await run(process.argv.slice(2), createHost(process));
process.stdout.write('', () => process.exit(exit));
