import { describeFixtures } from './fixture-suite.ts';
import { CASES } from './fixtures.ts';

describeFixtures(CASES);
