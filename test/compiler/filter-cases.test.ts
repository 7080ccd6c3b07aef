import { describeFixtures } from './fixture-suite.ts';
import { FILTER_CASES } from './fixtures.ts';

describeFixtures(FILTER_CASES);
