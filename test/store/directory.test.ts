import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDirectoryStore } from '../../store/directory.ts';
import { describeStoreContract } from './contract.ts';

const newRoot = () => mkdtemp(join(tmpdir(), 'enroute-store-'));

describeStoreContract('directory', async () => createDirectoryStore(await newRoot()));
