import { createMemoryStore } from '../../store/memory.ts';
import { describeStoreContract } from './contract.ts';

describeStoreContract('memory', createMemoryStore);
